//! What members do together, whom they call, what each can offer, and what nobody has.

use super::needs::{Need, Needs};
use super::{Alone, Author, Call, Joint, MAX_OFFERS, Offer, Offers, Topic};
use dteam_text::decimal::rounded;

/// The steps that several need and can do together, those first that save most days of what matters
/// most.
pub(super) fn joint(author: &Author<'_>, needs: &Needs) -> Vec<Joint> {
    let mut found: Vec<(f64, &Need, f64, f64)> = needs
        .0
        .iter()
        .filter_map(|need| {
            let share = share(author, need)?;
            let days = need.steps.iter().map(|step| f64::from(step.halves) / 2.0);
            let (sum, largest) =
                days.fold((0.0, 0.0_f64), |(sum, largest), days| (sum + days, largest.max(days)));
            let together = largest + (1.0 - share) * (sum - largest);
            Some(((sum - together) * need.priority(), need, sum, together))
        })
        .collect();
    found.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut leads = vec![0_usize; author.members.len()];
    let projects = found.into_iter().map(|(_, need, alone, together)| {
        let most = || {
            let steps = need.members.iter().zip(&need.steps);
            let most = steps.map(|(_, step)| step.priority).fold(0.0, f64::max);
            let steps = need.members.iter().zip(&need.steps);
            steps.filter(|(_, step)| step.priority == most).map(|(member, _)| *member).collect()
        };
        let able: Vec<usize> = match need.experienced.is_empty() {
            true => most(),
            false => need.experienced.clone(),
        };
        let lead = able.into_iter().min_by_key(|member| leads[*member]).unwrap_or_default();
        leads[lead] += 1;
        Joint {
            rule: author.rule(need.rule),
            title: author.title(need.rule),
            members: author.ids(&need.members),
            experienced: author.ids(&need.experienced),
            lead: author.members[lead].id.clone(),
            days_alone: alone,
            days_together: rounded(together, 1),
            priority: rounded(need.priority(), 1),
        }
    });
    projects.collect()
}

/// The share of days that falls away together; nothing where the step cannot be done so, or nobody
/// is there to do it with.
fn share(author: &Author<'_>, need: &Need) -> Option<f64> {
    let share = author.catalog.rules[need.rule].budget.joint?;
    (need.members.len() > 1).then_some(share)
}

/// Whom members would call about their steps.
pub(super) fn calls(author: &Author<'_>, needs: &Needs) -> Vec<Call> {
    let partners = author.catalog.planning.partners.iter().enumerate();
    let calls = partners.filter_map(|(partner, named)| {
        let about = needs.0.iter().filter_map(|need| {
            let rule = &author.catalog.rules[need.rule];
            if !rule.involved.with.contains(&partner) {
                return None;
            }
            let calling = need.members.iter().copied();
            let calling: Vec<usize> =
                calling.filter(|member| author.members[*member].partners[partner]).collect();
            (!calling.is_empty()).then(|| Topic {
                rule: author.rule(need.rule),
                title: author.title(need.rule),
                members: author.ids(&calling),
            })
        });
        let mut about: Vec<Topic> = about.collect();
        about.sort_by_key(|topic| std::cmp::Reverse(topic.members.len()));
        let label = named.label.get(author.language).to_string();
        (!about.is_empty()).then(|| Call { to: named.id.clone(), label, about })
    });
    calls.collect()
}

/// What each has that others need.
pub(super) fn strengths(author: &Author<'_>, needs: &Needs) -> Vec<Offers> {
    let mut offers: Vec<Vec<&Need>> = vec![Vec::new(); author.members.len()];
    for need in &needs.0 {
        need.experienced.iter().for_each(|member| offers[*member].push(need));
    }
    let offers = author.members.iter().zip(offers).map(|(member, mut needs)| {
        needs.sort_by_key(|need| std::cmp::Reverse(need.members.len()));
        let offers = needs.into_iter().take(MAX_OFFERS).map(|need| Offer {
            rule: author.rule(need.rule),
            title: author.title(need.rule),
            needed_by: need.members.len(),
        });
        Offers { id: member.id.clone(), offers: offers.collect() }
    });
    offers.filter(|offers| !offers.offers.is_empty()).collect()
}

/// The steps that nobody in the team has done.
pub(super) fn alone(author: &Author<'_>, needs: &Needs) -> Vec<Alone> {
    let mut gaps: Vec<&Need> = needs.0.iter().filter(|need| need.experienced.is_empty()).collect();
    gaps.sort_by(|one, other| other.priority().total_cmp(&one.priority()));
    let gaps = gaps.into_iter().map(|need| Alone {
        rule: author.rule(need.rule),
        title: author.title(need.rule),
        members: author.ids(&need.members),
        joint: share(author, need).is_some(),
    });
    gaps.collect()
}
