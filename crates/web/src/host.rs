//! The names of hosts: as browsers give them, and as whoever serves a site may write them.

use std::net::Ipv6Addr;

/// The name as it is compared: small letters, no dot at the end, an address of IPv6 in brackets and
/// in its usual form. `None` if no browser can ask for a site by it.
pub fn host_name(name: &str) -> Option<String> {
    let inner = name.strip_prefix('[').map_or(Some(name), |inner| inner.strip_suffix(']'))?;
    if let Ok(address) = inner.parse::<Ipv6Addr>() {
        return Some(format!("[{address}]"));
    }
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let is_label = |label: &str| (1..=63).contains(&label.len()) && label.bytes().all(is_allowed);
    let name = name.strip_suffix('.').unwrap_or(name);
    (name.len() <= 253 && name.split('.').all(is_label)).then(|| name.to_ascii_lowercase())
}

/// The name in a header `Host`, which may have a port.
pub(super) fn named_in(header: &str) -> Option<String> {
    match header.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => host_name(name),
        _ => host_name(header),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_host_has_one_name() {
        for (header, name) in [
            ("localhost", "localhost"),
            ("LOCALHOST:7878", "localhost"),
            ("localhost.", "localhost"),
            ("Kommune.Example.:80", "kommune.example"),
            ("127.0.0.1:1", "127.0.0.1"),
            ("[::1]", "[::1]"),
            ("[0:0:0:0:0:0:0:1]:7878", "[::1]"),
        ] {
            assert_eq!(named_in(header).as_deref(), Some(name), "{header}");
        }
        for header in [
            "",
            ".",
            "a b",
            "a:b:80",
            "user@localhost",
            "*.example",
            "a..b",
            "[::1",
            "a/b",
            "köln.example",
        ] {
            assert_eq!(named_in(header), None, "{header}");
        }
    }
}
