//! An input of the batch: the form, by the first byte, then whatever stands in the file.
#![no_main]

use std::cell::RefCell;
use std::io::{Seek, Write};

use dteam::Options;
use dteam::batch::{Form, Inputs, Reading, for_each_profile};
use dteam_fuzz::{catalog, write_answers, write_problems};
use tempfile::NamedTempFile;

thread_local! {
    static FILE: RefCell<NamedTempFile> =
        RefCell::new(NamedTempFile::new().expect("there is a folder for temporary files"));
}

libfuzzer_sys::fuzz_target!(|input: &[u8]| {
    let Some((form, content)) = input.split_first() else { return };
    let form = &Form::ALL[usize::from(*form) % Form::ALL.len()];
    let path = FILE.with_borrow_mut(|file| {
        let file_again = file.as_file_mut();
        file_again.set_len(0).and_then(|()| file_again.rewind()).expect("it is ours");
        file_again.write_all(content).expect("there is room");
        file.path().to_owned()
    });
    let reading = Reading { form: Some(form), ..Reading::default() };
    let inputs = match Inputs::find(catalog(), &[path], &reading) {
        Ok(inputs) => inputs,
        Err(invalid) => return write_problems(&invalid),
    };
    let read = for_each_profile(&[catalog()], inputs, &mut |record| {
        match record.profile {
            Ok((_, profile)) => {
                write_answers(catalog(), &profile);
                catalog().assess(&profile, &Options::default())?;
            }
            Err(diagnostics) => {
                assert!(!diagnostics.is_empty(), "refused without a word");
                write_problems(&dteam::Invalid { diagnostics: diagnostics.to_vec() });
            }
        }
        Ok(())
    });
    read.expect("no script fails");
});
