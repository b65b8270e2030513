// `rules/municipal.rules` by hand.

use super::*;

type Need = Option<f64>;

/// The need of each rule that fires, in the order of the file.
pub fn municipal(p: &Profile, needs: &mut Vec<Need>) {
    needs.extend([
        draft(p),
        adopt(p),
        widen_circle(p),
        link_it_strategy(p),
        link_district(p),
        school_media(p),
        economy_concept(p),
        head_on_board(p),
        one_role(p),
        community_role(p),
        form_server(p),
        dms_first(p),
        payment(p),
        account_with_eid(p),
        mailbox(p),
        chain(p),
        search(p),
        app_later(p),
        chatbot_later(p),
        replace_de_mail(p),
        shared_operation(p),
        private_dependence(p),
        own_operation(p),
        cooperate(p),
        learn_fim(p),
        use_fim(p),
        fim_chain(p),
        consultants(p),
        federal_frame(p),
        ozg_start(p),
        inventory(p),
        keep_inventory(p),
        processes(p),
        staff_planning(p),
        automate(p),
        automation_needs_inventory(p),
        open_data_start(p),
        open_data_widen(p),
        open_data_for_civic_tech(p),
        data_before_innovation(p),
        basics(p),
        methods(p),
        leadership(p),
        more_digital(p),
        planned_first(p),
        digital_work(p),
        participation(p),
        keep_participation(p),
        trends(p),
        data_skills(p),
        fibre(p),
        fibre_together(p),
        fibre_funding(p),
        free_wifi(p),
        local_economy(p),
        volunteering(p),
        libraries(p),
        makerspace(p),
        defects(p),
        take_part(p),
    ]);
}

fn draft(p: &Profile) -> Need {
    let fires = p.strategy.status == Status::None && !p.fields_of_action.is_empty();
    fires.then(|| if p.municipality.population < 5000.0 { 0.6 } else { 1.0 })
}

fn adopt(p: &Profile) -> Need {
    let fires =
        p.strategy.status == Status::InDevelopment && p.strategy.developed_with.contains(&Actor::OwnAdministration);
    fires.then(|| 1.0 - count(&p.strategy.links) / 8.0)
}

fn widen_circle(p: &Profile) -> Need {
    let with = &p.strategy.developed_with;
    let fires = p.strategy.status != Status::None
        && !(with.contains(&Actor::AllLocalActors) || with.contains(&Actor::SelectedLocalActors));
    fires.then(|| 0.5 + count(&p.community.participation) / 12.0)
}

fn link_it_strategy(p: &Profile) -> Need {
    let fires = p.strategy.status != Status::None && !p.strategy.links.contains(&Link::ItStrategy);
    fires.then(|| if p.responsibility.administration.contains(&Role::It) { 0.8 } else { 0.5 })
}

fn link_district(p: &Profile) -> Need {
    let fires = p.municipality.kind != Kind::Kreis
        && p.strategy.status != Status::None
        && !p.strategy.links.contains(&Link::DistrictStrategy);
    fires.then_some(0.7)
}

fn school_media(p: &Profile) -> Need {
    let place = rank(&p.fields_of_action, Field::EducationCulture);
    let fires = place > 0.0 && !p.strategy.links.contains(&Link::SchoolMediaConcept);
    fires.then(|| 1.0 - place / 4.0)
}

fn economy_concept(p: &Profile) -> Need {
    let fires = (p.goals.contains(&Goal::Economy) || p.fields_of_action.contains(&Field::Economy))
        && !p.strategy.links.contains(&Link::EconomyConcept);
    fires.then(|| if p.municipality.population > 20000.0 { 0.9 } else { 0.6 })
}

fn head_on_board(p: &Profile) -> Need {
    let roles = &p.responsibility.administration;
    let fires = !roles.contains(&Role::Hvb) && !roles.is_empty();
    fires.then(|| if p.strategy.status == Status::None { 1.0 } else { 0.7 })
}

fn one_role(p: &Profile) -> Need {
    let roles = &p.responsibility.administration;
    let fires = roles.len() > 3 && !(roles.contains(&Role::Cdo) || roles.contains(&Role::Cio));
    fires.then(|| (count(roles) - 3.0) / 4.0)
}

fn community_role(p: &Profile) -> Need {
    let first = p.goals.first();
    let fires = p.responsibility.community.is_empty()
        && (first == Some(&Goal::CitizenFocus) || first == Some(&Goal::CivicEngagement));
    fires.then_some(1.0)
}

fn form_server(p: &Profile) -> Need {
    let fires =
        !p.components.in_use.contains(&Component::FormServer) && !p.components.planned.contains(&Component::FormServer);
    fires.then(|| if p.ozg.considered { 1.0 } else { 0.8 })
}

fn dms_first(p: &Profile) -> Need {
    let used = &p.components.in_use;
    let fires = !used.contains(&Component::Dms)
        && (used.contains(&Component::FormServer) || used.contains(&Component::Mailbox));
    let fronts = [Component::FormServer, Component::Mailbox, Component::ServiceAccount];
    fires.then(|| 0.6 + 0.4 * count_of(used, &fronts) / 3.0)
}

fn payment(p: &Profile) -> Need {
    let used = &p.components.in_use;
    let fires = used.contains(&Component::FormServer) && !used.contains(&Component::EPayment) && p.ozg.considered;
    fires.then(|| if p.municipality.population >= 10000.0 { 1.0 } else { 0.7 })
}

fn account_with_eid(p: &Profile) -> Need {
    let used = &p.components.in_use;
    let fires = used.contains(&Component::ServiceAccount)
        && !used.contains(&Component::Eid)
        && !p.components.planned.contains(&Component::Eid);
    fires.then_some(0.9)
}

fn mailbox(p: &Profile) -> Need {
    let used = &p.components.in_use;
    let fires = used.contains(&Component::ServiceAccount)
        && used.contains(&Component::Eid)
        && !used.contains(&Component::Mailbox);
    fires.then_some(0.8)
}

fn chain(p: &Profile) -> Need {
    let used = &p.components.in_use;
    if !used.contains(&Component::FormServer) {
        return None;
    }
    let links = [Component::ServiceAccount, Component::Eid, Component::EPayment, Component::Dms];
    let missing = 4.0 - count_of(used, &links);
    (missing > 0.0 && missing <= 2.0).then(|| 0.4 + missing / 5.0)
}

fn search(p: &Profile) -> Need {
    let used = &p.components.in_use;
    let fires = !used.contains(&Component::ServiceSearch) && used.len() >= 3;
    fires.then(|| 0.3 + count(used) / 20.0)
}

fn app_later(p: &Profile) -> Need {
    let fires = p.components.planned.contains(&Component::MobileApp) && p.components.in_use.len() < 4;
    fires.then(|| (4.0 - count(&p.components.in_use)) / 4.0)
}

fn chatbot_later(p: &Profile) -> Need {
    let fires =
        p.components.planned.contains(&Component::Chatbot) && !p.components.in_use.contains(&Component::ServiceSearch);
    fires.then_some(0.5)
}

fn replace_de_mail(p: &Profile) -> Need {
    let used = &p.components.in_use;
    let fires = used.contains(&Component::DeMail) && !used.contains(&Component::Mailbox);
    fires.then_some(0.6)
}

fn shared_operation(p: &Profile) -> Need {
    let fires = p.components.municipal_it_share < 50.0 && p.municipality.population < 30000.0;
    fires.then(|| 1.0 - p.components.municipal_it_share / 100.0)
}

fn private_dependence(p: &Profile) -> Need {
    let share = p.components.private_it_share;
    (share > 60.0).then(|| (share - 20.0) / 80.0)
}

fn own_operation(p: &Profile) -> Need {
    let others = p.components.municipal_it_share + p.components.private_it_share;
    (others < 30.0 && p.components.in_use.len() > 4).then(|| 1.0 - others / 100.0)
}

fn cooperate(p: &Profile) -> Need {
    let fires =
        !p.strategy.developed_with.contains(&Actor::OtherMunicipalities) && p.municipality.kind == Kind::Gemeinde;
    fires.then(|| if p.municipality.population < 8000.0 { 1.0 } else { 0.5 })
}

fn learn_fim(p: &Profile) -> Need {
    (!p.fim.known && p.ozg.considered).then_some(0.9)
}

fn use_fim(p: &Profile) -> Need {
    let fires = p.fim.known && !p.fim.used && p.components.in_use.len() > 2;
    fires.then(|| f64::min(1.0, 0.4 + count(&p.components.in_use) / 10.0))
}

fn fim_chain(p: &Profile) -> Need {
    let used = &p.components.in_use;
    let fires = p.fim.used && !(used.contains(&Component::Dms) && used.contains(&Component::FormServer));
    fires.then_some(0.7)
}

fn consultants(p: &Profile) -> Need {
    let with = &p.strategy.developed_with;
    let fires = with.contains(&Actor::ExternalConsultants) && !with.contains(&Actor::OtherMunicipalities);
    fires.then_some(0.4)
}

fn federal_frame(p: &Profile) -> Need {
    let first = p.goals.first();
    let fires = !p.strategy.links.contains(&Link::FederalStrategy)
        && (first == Some(&Goal::LegalRequirements) || first == Some(&Goal::Funding));
    fires.then_some(0.8)
}

fn ozg_start(p: &Profile) -> Need {
    let fires = !p.ozg.considered && (p.municipality.kind != Kind::Gemeinde || p.municipality.population > 10000.0);
    fires.then_some(1.0)
}

fn inventory(p: &Profile) -> Need {
    (p.data.inventory <= 1.0).then(|| 1.0 - p.data.inventory / 3.0)
}

fn keep_inventory(p: &Profile) -> Need {
    let fires = p.data.inventory >= 2.0 && p.data.uses.len() <= 1;
    fires.then(|| (p.data.inventory - 1.0) / 3.0)
}

fn processes(p: &Profile) -> Need {
    let place = rank(&p.goals, Goal::Efficiency);
    let fires = p.data.inventory >= 1.0 && !p.data.uses.contains(&Use::ProcessOptimisation) && place > 0.0;
    fires.then(|| 1.0 - (place - 1.0) / 4.0)
}

fn staff_planning(p: &Profile) -> Need {
    let fires =
        p.data.inventory >= 1.0 && !p.data.uses.contains(&Use::StaffPlanning) && p.municipality.population > 15000.0;
    fires.then_some(0.5)
}

fn automate(p: &Profile) -> Need {
    let fires = p.data.uses.contains(&Use::ProcessOptimisation)
        && !p.data.uses.contains(&Use::Automation)
        && p.components.in_use.contains(&Component::Dms);
    fires.then(|| 0.4 + p.data.inventory / 5.0)
}

fn automation_needs_inventory(p: &Profile) -> Need {
    let fires = p.data.uses.contains(&Use::Automation) && p.data.inventory < 2.0;
    fires.then(|| (3.0 - p.data.inventory) / 3.0)
}

fn open_data_start(p: &Profile) -> Need {
    let fires = p.data.open_data == 0.0 && p.data.inventory > 0.0;
    let drive = || p.goals.contains(&Goal::Innovation) || p.goals.contains(&Goal::Economy);
    fires.then(|| if drive() { 1.0 } else { 0.6 })
}

fn open_data_widen(p: &Profile) -> Need {
    let fires = p.data.open_data == 1.0 && p.data.inventory >= 2.0 && p.municipality.kind != Kind::Gemeinde;
    fires.then_some(0.7)
}

fn open_data_for_civic_tech(p: &Profile) -> Need {
    let fires = p.data.open_data >= 1.0
        && !p.community.participation.contains(&Participation::CivicTech)
        && p.municipality.population > 20000.0;
    fires.then(|| p.data.open_data / 3.0)
}

fn data_before_innovation(p: &Profile) -> Need {
    let place = rank(&p.goals, Goal::Innovation);
    let level = p.data.inventory + p.data.open_data;
    let fires = (1.0..=2.0).contains(&place) && level < 3.0;
    fires.then(|| 1.0 - level / 4.0)
}

fn basics(p: &Profile) -> Need {
    p.training.offered.is_empty().then_some(1.0)
}

fn methods(p: &Profile) -> Need {
    let fires = !p.training.offered.contains(&Topic::Methods)
        && !p.training.planned.contains(&Topic::Methods)
        && p.staff.participation >= 2.0;
    fires.then(|| p.staff.participation / 4.0)
}

fn leadership(p: &Profile) -> Need {
    let fires =
        !p.training.offered.contains(&Topic::Leadership) && p.responsibility.administration.contains(&Role::Hvb);
    fires.then_some(0.8)
}

fn more_digital(p: &Profile) -> Need {
    let fires = p.training.digital_share < 15.0 && p.training.offered.len() >= 2;
    fires.then(|| (20.0 - p.training.digital_share) / 20.0)
}

fn planned_first(p: &Profile) -> Need {
    let (planned, offered) = (count(&p.training.planned), count(&p.training.offered));
    (planned > offered + 1.0).then(|| f64::min(1.0, (planned - offered) / 4.0))
}

fn digital_work(p: &Profile) -> Need {
    let fires = !p.training.offered.contains(&Topic::DigitalWork) && p.components.in_use.contains(&Component::Dms);
    fires.then(|| if p.staff.participation < 2.0 { 1.0 } else { 0.6 })
}

fn participation(p: &Profile) -> Need {
    let fires =
        p.staff.participation <= 1.0 && (p.strategy.status == Status::InDevelopment || p.components.planned.len() >= 3);
    fires.then(|| 1.0 - p.staff.participation / 4.0)
}

fn keep_participation(p: &Profile) -> Need {
    (p.staff.participation >= 3.0 && p.training.digital_share < 30.0).then_some(0.3)
}

fn trends(p: &Profile) -> Need {
    let place = rank(&p.goals, Goal::Innovation);
    let fires = place > 0.0 && !p.training.offered.contains(&Topic::TechnologyTrends);
    fires.then(|| 1.0 - place / 5.0)
}

fn data_skills(p: &Profile) -> Need {
    let fires = p.data.inventory >= 2.0
        && p.data.uses.is_empty()
        && count_of(&p.training.offered, &[Topic::Methods, Topic::DigitalWork]) < 2.0;
    fires.then_some(0.9)
}

fn fibre(p: &Profile) -> Need {
    let fires = p.fibre.engagement.is_empty() && p.fields_of_action.contains(&Field::DigitalInfrastructure);
    fires.then_some(1.0)
}

fn fibre_together(p: &Profile) -> Need {
    let fires = p.fibre.engagement.contains(&Engagement::Own)
        && !p.fibre.engagement.contains(&Engagement::OtherAuthorities)
        && p.municipality.population < 20000.0;
    fires.then_some(0.6)
}

fn fibre_funding(p: &Profile) -> Need {
    let place = rank(&p.goals, Goal::Funding);
    let engagement = &p.fibre.engagement;
    let fires = !engagement.is_empty() && !engagement.contains(&Engagement::Funding) && place > 0.0;
    fires.then(|| 0.9 - place / 10.0)
}

fn free_wifi(p: &Profile) -> Need {
    let fires = !p.community.support.contains(&Support::WifiLorawan)
        && (p.municipality.kind == Kind::Stadt || p.goals.first() == Some(&Goal::Attractiveness));
    fires.then_some(0.5)
}

fn local_economy(p: &Profile) -> Need {
    let support = &p.community.support;
    let fires = !support.contains(&Support::LocalEconomy)
        && (p.goals.contains(&Goal::Economy) || p.fields_of_action.first() == Some(&Field::Economy));
    fires.then(|| if support.contains(&Support::Startups) { 0.5 } else { 0.8 })
}

fn volunteering(p: &Profile) -> Need {
    if p.community.support.contains(&Support::Volunteering) {
        return None;
    }
    let goals = count_of(&p.goals, &[Goal::CivicEngagement, Goal::PublicServices]);
    (goals > 0.0).then(|| goals / 2.0)
}

fn libraries(p: &Profile) -> Need {
    let fires = !p.community.skills.contains(&Skill::LibrariesVhs) && p.municipality.kind != Kind::Gemeinde;
    fires.then_some(0.7)
}

fn makerspace(p: &Profile) -> Need {
    let skills = &p.community.skills;
    let fires = !skills.contains(&Skill::Makerspaces)
        && skills.contains(&Skill::LibrariesVhs)
        && p.municipality.population > 25000.0;
    fires.then(|| f64::min(1.0, p.municipality.population / 200000.0))
}

fn defects(p: &Profile) -> Need {
    let fires =
        !p.community.participation.contains(&Participation::DefectReporting) && p.municipality.population > 5000.0;
    fires.then(|| if p.goals.contains(&Goal::CitizenFocus) { 1.0 } else { 0.5 })
}

fn take_part(p: &Profile) -> Need {
    let forms = &p.community.participation;
    let fires = forms.len() < 3
        && (p.goals.first() == Some(&Goal::CitizenFocus) || p.fields_of_action.contains(&Field::Volunteering));
    fires.then(|| 1.0 - count(forms) / 6.0)
}
