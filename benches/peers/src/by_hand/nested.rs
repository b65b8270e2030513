// `rules/nested.rules` by hand.

use super::*;

type Need = Option<f64>;

/// The need of each rule that fires, in the order of the file.
pub fn nested(p: &Profile, needs: &mut Vec<Need>) {
    needs.extend([
        strategy_debt(p),
        strategy_gap(p),
        ownership(p),
        two_houses(p),
        aims_and_fields(p),
        small_and_alone(p),
        consultants_only(p),
        maturity_low(p),
        front_without_back(p),
        identity_chain(p),
        plans_too_many(p),
        operation_mix(p),
        operation_alone(p),
        payment_chain(p),
        fim_ladder(p),
        standards(p),
        regional_service(p),
        county_helps(p),
        share_work(p),
        data_ladder(p),
        data_score_low(p),
        automation_ready(p),
        open_data_pays(p),
        staff_planning_size(p),
        planning_without_data(p),
        skills_gap(p),
        training_behind_tools(p),
        heard(p),
        lead_the_change(p),
        training_mix(p),
        quiet_majority(p),
        fibre_model(p),
        rural_place(p),
        place_score(p),
        economy_ladder(p),
        ask_and_answer(p),
        volunteers(p),
        skills_offers(p),
        report_defects(p),
        balance(p),
    ]);
}

fn strategy_debt(p: &Profile) -> Need {
    let links = count(&p.strategy.links);
    let behind = p.strategy.status == Status::None || (p.strategy.status == Status::InDevelopment && links < 2.0);
    let large = p.municipality.population > 15000.0 || p.municipality.kind == Kind::Kreis;
    let skilled = p.training.digital_share > 60.0 && p.staff.participation >= 3.0;
    (behind && large && !skilled)
        .then(|| f64::min(1.0, f64::max(0.1, (7.0 - links) / 7.0 * (1.0 - p.training.digital_share / 200.0))))
}

fn strategy_gap(p: &Profile) -> Need {
    let have = count(&p.strategy.links) * 2.0 + count(&p.strategy.developed_with);
    let want = 6.0 + p.data.inventory;
    (have < want && p.strategy.status != Status::None).then(|| f64::max(0.0, f64::min(1.0, (want - have) / 9.0)))
}

fn ownership(p: &Profile) -> Need {
    let roles = &p.responsibility.administration;
    let led = (roles.contains(&Role::Hvb) || roles.contains(&Role::Cdo)) && roles.len() <= 3;
    let cio = roles.contains(&Role::Cio) && p.municipality.kind == Kind::Gemeinde;
    (!(led || cio)).then(|| match roles.len() {
        0 => 1.0,
        1..=4 => 0.4 + count(roles) / 10.0,
        _ => 0.9,
    })
}

fn two_houses(p: &Profile) -> Need {
    let (inside, outside) = (&p.responsibility.administration, &p.responsibility.community);
    let fires = !inside.iter().any(|role| outside.contains(role)) && !inside.is_empty() && !outside.is_empty();
    fires.then(|| f64::min(1.0, (count(inside) + count(outside)) / 8.0))
}

fn aims_and_fields(p: &Profile) -> Need {
    let economy = rank(&p.goals, Goal::Economy);
    let services = rank(&p.goals, Goal::PublicServices);
    let engagement = rank(&p.goals, Goal::CivicEngagement);
    let fields = &p.fields_of_action;
    let fires = (economy > 0.0 && !fields.contains(&Field::Economy))
        || (services > 0.0 && !fields.contains(&Field::HealthCare) && !fields.contains(&Field::Mobility))
        || (engagement > 0.0 && !fields.contains(&Field::Volunteering));
    fires.then(|| (4.0 - economy.max(services.max(engagement))) / 4.0)
}

fn small_and_alone(p: &Profile) -> Need {
    let with = &p.strategy.developed_with;
    let fires = p.municipality.population / 1000.0 < 12.0 + 3.0 * count(with)
        && !(with.contains(&Actor::OtherMunicipalities) || p.strategy.links.contains(&Link::DistrictStrategy));
    fires.then(|| f64::max(0.2, 1.0 - p.municipality.population / 60000.0))
}

fn consultants_only(p: &Profile) -> Need {
    let with = &p.strategy.developed_with;
    let balanced = || {
        with.contains(&Actor::OwnAdministration)
            && (with.contains(&Actor::AllLocalActors) || with.contains(&Actor::SelectedLocalActors))
    };
    let fires = with.contains(&Actor::ExternalConsultants) && (with.len() == 1 || !balanced());
    fires.then(|| 1.0 - count(with) / 8.0)
}

fn maturity_low(p: &Profile) -> Need {
    let level = count(&p.components.in_use) + count(&p.components.planned) / 2.0;
    let population = p.municipality.population;
    (level < 3.0 + population / 100000.0 && population < 300000.0).then(|| f64::max(0.0, 1.0 - level / 6.0))
}

fn front_without_back(p: &Profile) -> Need {
    let used = &p.components.in_use;
    let fronts = [Component::FormServer, Component::Mailbox, Component::MobileApp, Component::ServiceSearch];
    let dms = used.contains(&Component::Dms);
    let fires = (count_of(used, &fronts) >= 2.0 && !dms)
        || (used.contains(&Component::Chatbot) && !(used.contains(&Component::ServiceSearch) && dms));
    fires.then(|| (count_of(used, &fronts) + count_of(used, &[Component::Chatbot])) / 5.0)
}

fn identity_chain(p: &Profile) -> Need {
    let (used, planned) = (&p.components.in_use, &p.components.planned);
    let fires = match used.contains(&Component::ServiceAccount) {
        true => !used.contains(&Component::Eid) || !used.contains(&Component::Mailbox),
        false => used.contains(&Component::Eid) && !planned.contains(&Component::Eid),
    };
    let links = [Component::ServiceAccount, Component::Eid, Component::Mailbox];
    fires.then(|| 1.0 - (count_of(used, &links) + 0.5 * count_of(planned, &links)) / 5.0)
}

fn plans_too_many(p: &Profile) -> Need {
    let (used, planned) = (count(&p.components.in_use), count(&p.components.planned));
    let fires =
        planned > 3.0 && planned > used * 1.5 && (p.staff.participation < 2.0 || p.training.digital_share < 20.0);
    fires.then(|| f64::min(1.0, (planned - used) / 6.0))
}

fn operation_mix(p: &Profile) -> Need {
    let (municipal, private) = (p.components.municipal_it_share, p.components.private_it_share);
    let fires = municipal + private > 40.0 && (municipal - private) * (municipal - private) < 400.0;
    fires.then(|| (municipal + private) / 100.0 * 0.8)
}

fn operation_alone(p: &Profile) -> Need {
    let alone = 100.0 - p.components.municipal_it_share - p.components.private_it_share;
    let fires = alone > 55.0 - count(&p.components.in_use) * 3.0
        && (p.municipality.population < 25000.0 || !p.responsibility.administration.contains(&Role::It));
    fires.then(|| alone / 100.0)
}

fn payment_chain(p: &Profile) -> Need {
    let (used, planned) = (&p.components.in_use, &p.components.planned);
    let population = p.municipality.population;
    let ready = used.contains(&Component::FormServer)
        && (used.contains(&Component::ServiceAccount) || used.contains(&Component::Mailbox));
    let pays =
        || used.contains(&Component::EPayment) || (planned.contains(&Component::EPayment) && population < 10000.0);
    (ready && !pays()).then(|| match p.ozg.considered {
        true if population > 20000.0 => 1.0,
        true => 0.8,
        false => 0.5,
    })
}

fn fim_ladder(p: &Profile) -> Need {
    let used = count(&p.components.in_use);
    let fires = match p.fim.known {
        true => !p.fim.used && (p.ozg.considered || used > 3.0),
        false => p.ozg.considered && p.municipality.kind != Kind::Gemeinde,
    };
    fires.then(|| if p.fim.known { 0.4 + used / 25.0 } else { 0.9 })
}

fn standards(p: &Profile) -> Need {
    let links = &p.strategy.links;
    let missing = || 3.0 - count_of(links, &[Link::FederalStrategy, Link::ItStrategy, Link::OverallStrategy]);
    let fires = (p.fim.used || p.ozg.considered)
        && !(links.contains(&Link::FederalStrategy) && links.contains(&Link::ItStrategy))
        && missing() >= 2.0;
    fires.then(|| missing() / 3.0)
}

fn regional_service(p: &Profile) -> Need {
    let share = p.components.municipal_it_share;
    let fires = p.municipality.kind != Kind::Kreis
        && [State::Ni, State::Nw, State::He, State::Rp, State::Sh].contains(&p.municipality.state)
        && (share < 35.0 || (share < 60.0 && p.municipality.population < 9000.0));
    fires.then(|| 1.0 - share / 120.0)
}

fn county_helps(p: &Profile) -> Need {
    let (fibre, skills) = (count(&p.fibre.engagement), count(&p.community.skills));
    let fires = p.municipality.kind == Kind::Kreis
        && (fibre < 2.0 || skills < 2.0)
        && !(p.goals.first() == Some(&Goal::Efficiency) && p.strategy.status == Status::Adopted);
    fires.then(|| 1.0 - (fibre + skills) / 8.0)
}

fn share_work(p: &Profile) -> Need {
    let roles = &p.responsibility.administration;
    let (municipal, private) = (p.components.municipal_it_share, p.components.private_it_share);
    let fires = (roles.contains(&Role::It) && roles.len() == 1 && municipal < 50.0)
        || (p.components.in_use.len() > 6 && municipal + private < 50.0);
    fires.then(|| f64::max(0.1, 1.0 - (municipal + private) / 100.0))
}

fn data_ladder(p: &Profile) -> Need {
    let (inventory, open) = (p.data.inventory, p.data.open_data);
    let uses = count(&p.data.uses);
    let fires = (inventory == 0.0 && (open > 0.0 || uses > 0.0))
        || (inventory == 1.0 && open + uses > 2.0)
        || (inventory == 2.0 && open == 3.0);
    fires.then(|| (open + uses) / 6.0 * (1.0 - inventory / 6.0))
}

fn data_score_low(p: &Profile) -> Need {
    let score = p.data.inventory * 2.0 + p.data.open_data + count(&p.data.uses) * 1.5;
    let fires = score < 5.0
        && (p.goals.contains(&Goal::Innovation)
            || p.goals.contains(&Goal::Efficiency)
            || p.fields_of_action.first() == Some(&Field::Administration));
    fires.then(|| 1.0 - score / 6.0)
}

fn automation_ready(p: &Profile) -> Need {
    let used = &p.components.in_use;
    let fires = (p.data.uses.contains(&Use::ProcessOptimisation)
        && p.data.inventory >= 2.0
        && !p.data.uses.contains(&Use::Automation))
        && (used.contains(&Component::Dms) || (p.fim.used && used.contains(&Component::FormServer)));
    fires.then(|| 0.5 + 0.5 * (p.data.inventory - 1.0) / 2.0)
}

fn open_data_pays(p: &Profile) -> Need {
    let (support, skills) = (&p.community.support, &p.community.skills);
    let fires = p.data.open_data < 2.0
        && ((support.contains(&Support::Startups) && support.contains(&Support::LocalEconomy))
            || p.community.participation.contains(&Participation::CivicTech)
            || (skills.contains(&Skill::Hackathons) && skills.contains(&Skill::Makerspaces)));
    fires.then(|| 1.0 - p.data.open_data / 3.0 - count(&p.data.uses) / 15.0)
}

fn staff_planning_size(p: &Profile) -> Need {
    let population = p.municipality.population;
    let small = population < 5000.0 || (population < 20000.0 && p.data.uses.is_empty());
    let fires = !p.data.uses.contains(&Use::StaffPlanning) && !small && p.data.inventory + p.staff.participation > 2.0;
    fires.then(|| f64::min(1.0, population / 500000.0 + 0.2))
}

fn planning_without_data(p: &Profile) -> Need {
    let forms = &p.community.participation;
    let fires = (forms.contains(&Participation::Planning) || forms.contains(&Participation::ParticipatoryBudget))
        && p.data.open_data == 0.0
        && !(p.data.inventory == 3.0 || p.data.uses.contains(&Use::ProcessOptimisation));
    fires.then(|| 0.3 + 0.1 * count(forms))
}

fn skills_gap(p: &Profile) -> Need {
    let topics = [Topic::Methods, Topic::DigitalWork, Topic::Leadership];
    let missing = 3.0 - count_of(&p.training.offered, &topics);
    let planned = count_of(&p.training.planned, &topics);
    (missing - planned > 1.0).then(|| (missing * 2.0 - planned) / 6.0)
}

fn training_behind_tools(p: &Profile) -> Need {
    let wanted = count(&p.components.in_use) * 5.0;
    let offered = p.training.offered.len();
    let fires = p.training.digital_share < wanted && !(offered > 3 || (offered > 2 && p.staff.participation == 4.0));
    fires.then(|| f64::min(1.0, (wanted - p.training.digital_share) / 50.0))
}

fn heard(p: &Profile) -> Need {
    let planned = count(&p.components.planned);
    let fires = (p.staff.participation < 2.0 && (p.strategy.status != Status::None || planned > 2.0))
        || (p.staff.participation == 2.0
            && planned > 4.0
            && !p.responsibility.administration.contains(&Role::Organisation));
    fires.then(|| (4.0 - p.staff.participation) / 4.0 * (0.5 + planned / 20.0))
}

fn lead_the_change(p: &Profile) -> Need {
    let used = count(&p.components.in_use);
    let efficiency = p.goals.first() == Some(&Goal::Efficiency);
    let fires = !p.training.offered.contains(&Topic::Leadership)
        && ((efficiency && p.responsibility.administration.contains(&Role::Hvb))
            || (used > 5.0 && p.staff.participation <= 2.0)
            || (p.strategy.status == Status::Adopted && !p.training.planned.contains(&Topic::Leadership)));
    fires.then(|| if efficiency { 1.0 } else { 0.5 + used / 20.0 })
}

fn training_mix(p: &Profile) -> Need {
    let (offered, planned) = (&p.training.offered, &p.training.planned);
    let surplus = count(offered) * 20.0 - p.training.digital_share;
    let both = offered.iter().any(|topic| planned.contains(topic));
    let fires = (!offered.is_empty() || !planned.is_empty())
        && !both
        && count(offered) * 20.0 > p.training.digital_share + 15.0;
    fires.then(|| f64::min(1.0, f64::max(0.0, surplus / 100.0)))
}

fn quiet_majority(p: &Profile) -> Need {
    let score = p.staff.participation * 25.0 + p.training.digital_share;
    let fires = score < 60.0 && !(p.municipality.kind == Kind::Gemeinde && p.municipality.population < 3000.0);
    fires.then(|| 1.0 - score / 200.0)
}

fn fibre_model(p: &Profile) -> Need {
    let engagement = &p.fibre.engagement;
    let fires = match engagement.is_empty() {
        true => p.municipality.population < 50000.0 || p.fields_of_action.contains(&Field::DigitalInfrastructure),
        false => {
            engagement.contains(&Engagement::Own)
                && !(engagement.contains(&Engagement::Funding) || engagement.contains(&Engagement::OtherAuthorities))
        }
    };
    fires.then(|| 1.0 - count(engagement) / 5.0)
}

fn rural_place(p: &Profile) -> Need {
    let skills = &p.community.skills;
    let equipped = || {
        p.community.support.contains(&Support::WifiLorawan)
            && (skills.contains(&Skill::LibrariesVhs) || skills.contains(&Skill::PromotesSkills))
    };
    let fires = p.municipality.population < 20000.0
        && !equipped()
        && (p.goals.contains(&Goal::Attractiveness) || p.goals.contains(&Goal::PublicServices));
    fires.then(|| 1.0 - p.municipality.population / 40000.0)
}

fn place_score(p: &Profile) -> Need {
    let community = &p.community;
    let score = count(&community.support) + count(&community.skills) + count(&community.participation) / 2.0;
    let fires = score < 4.0 && (p.municipality.kind == Kind::Stadt || p.municipality.population > 40000.0);
    fires.then(|| 1.0 - score / 11.0)
}

fn economy_ladder(p: &Profile) -> Need {
    let support = &p.community.support;
    let place = rank(&p.goals, Goal::Economy);
    let fires = (place == 1.0 || (place == 2.0 && p.fields_of_action.contains(&Field::Economy)))
        && (!support.contains(&Support::LocalEconomy) || !support.contains(&Support::Startups))
        && !p.strategy.links.contains(&Link::EconomyConcept);
    fires.then(|| 1.0 - (place + count_of(support, &[Support::LocalEconomy, Support::Startups])) / 5.0)
}

fn ask_and_answer(p: &Profile) -> Need {
    let forms = &p.community.participation;
    let talks = || forms.contains(&Participation::ConsultationHours) || forms.contains(&Participation::Planning);
    let fires = (forms.len() <= 2 && p.goals.contains(&Goal::CitizenFocus))
        || (forms.contains(&Participation::Surveys) && !talks() && p.municipality.population > 10000.0);
    fires.then(|| 1.0 - count(forms) / 8.0)
}

fn volunteers(p: &Profile) -> Need {
    let fields = &p.fields_of_action;
    let fires = !p.community.support.contains(&Support::Volunteering)
        && (fields.contains(&Field::Volunteering)
            || fields.contains(&Field::SocialAffairs)
            || (p.goals.contains(&Goal::CivicEngagement) && p.municipality.kind != Kind::Kreis));
    fires.then(|| match p.municipality.population {
        small if small < 10000.0 => 0.9,
        medium if medium < 50000.0 => 0.7,
        _ => 0.5,
    })
}

fn skills_offers(p: &Profile) -> Need {
    let offers = count(&p.community.skills);
    let fires = offers < 1.0 + p.municipality.population / 40000.0
        && offers != 4.0
        && (p.fields_of_action.contains(&Field::EducationCulture) || p.training.offered.len() > 2);
    fires.then(|| (4.0 - offers) / 4.0)
}

fn report_defects(p: &Profile) -> Need {
    let app = || p.components.in_use.contains(&Component::MobileApp);
    let fires = !p.community.participation.contains(&Participation::DefectReporting)
        && (app() || (p.municipality.kind != Kind::Kreis && p.municipality.population > 4000.0));
    fires.then(|| if app() || p.components.planned.contains(&Component::MobileApp) { 0.9 } else { 0.6 })
}

fn balance(p: &Profile) -> Need {
    let basis =
        count_of(&p.components.in_use, &[Component::FormServer, Component::Dms, Component::ServiceAccount]) * 10.0;
    let outside = count(&p.community.support) * 8.0 + count(&p.community.participation) * 3.0;
    let fires = p.fields_of_action.first() == Some(&Field::Administration) && basis < outside;
    fires.then(|| f64::min(1.0, f64::max(0.05, (outside - basis) / 50.0)))
}
