// One municipality. Included for each form of options.

/// One municipality.
#[derive(Debug, Deserialize)]
pub struct Profile {
    pub municipality: Municipality,
    pub goals: Vec<Goal>,
    pub fields_of_action: Vec<Field>,
    pub strategy: Strategy,
    pub responsibility: Responsibility,
    pub components: Components,
    pub ozg: Ozg,
    pub fim: Fim,
    pub data: Data,
    pub training: Training,
    pub staff: Staff,
    pub fibre: Fibre,
    pub community: Community,
}

#[derive(Debug, Deserialize)]
pub struct Municipality {
    pub kind: Kind,
    pub population: f64,
    pub state: State,
}

#[derive(Debug, Deserialize)]
pub struct Strategy {
    pub status: Status,
    pub links: Vec<Link>,
    pub developed_with: Vec<Actor>,
}

#[derive(Debug, Deserialize)]
pub struct Responsibility {
    pub administration: Vec<Role>,
    pub community: Vec<Role>,
}

#[derive(Debug, Deserialize)]
pub struct Components {
    pub in_use: Vec<Component>,
    pub planned: Vec<Component>,
    pub municipal_it_share: f64,
    pub private_it_share: f64,
}

#[derive(Debug, Deserialize)]
pub struct Ozg {
    pub considered: bool,
}

#[derive(Debug, Deserialize)]
pub struct Fim {
    pub known: bool,
    pub used: bool,
}

#[derive(Debug, Deserialize)]
pub struct Data {
    pub inventory: f64,
    pub open_data: f64,
    pub uses: Vec<Use>,
}

#[derive(Debug, Deserialize)]
pub struct Training {
    pub offered: Vec<Topic>,
    pub planned: Vec<Topic>,
    pub digital_share: f64,
}

#[derive(Debug, Deserialize)]
pub struct Staff {
    pub participation: f64,
}

#[derive(Debug, Deserialize)]
pub struct Fibre {
    pub engagement: Vec<Engagement>,
}

#[derive(Debug, Deserialize)]
pub struct Community {
    pub support: Vec<Support>,
    pub skills: Vec<Skill>,
    pub participation: Vec<Participation>,
}
