//! The rules as somebody would write them in Rust who has no engine: a struct with a field for each
//! question, a function for each rule.
//!
//! The same functions are measured over two forms of the struct: with options as enums, and with
//! options as the texts they are in JSON.

use serde::Deserialize;

/// Writes down the options of all questions, by a macro that makes types of them.
macro_rules! all_options {
    ($make:ident) => {
        $make! {
        Kind {
            Gemeinde = "gemeinde",
            Stadt = "stadt",
            Kreis = "kreis",
        }
        Goal {
            LegalRequirements = "legal_requirements",
            Funding = "funding",
            Efficiency = "efficiency",
            ServiceRange = "service_range",
            CitizenFocus = "citizen_focus",
            Attractiveness = "attractiveness",
            PublicServices = "public_services",
            Economy = "economy",
            CivicEngagement = "civic_engagement",
            Innovation = "innovation",
        }
        Field {
            Administration = "administration",
            DigitalInfrastructure = "digital_infrastructure",
            Economy = "economy",
            EducationCulture = "education_culture",
            Mobility = "mobility",
            Security = "security",
            EnergyEnvironment = "energy_environment",
            HealthCare = "health_care",
            SocialAffairs = "social_affairs",
            Volunteering = "volunteering",
            Integration = "integration",
        }
        Status {
            None = "none",
            InDevelopment = "in_development",
            Adopted = "adopted",
        }
        Link {
            OverallStrategy = "overall_strategy",
            ItStrategy = "it_strategy",
            DevelopmentConcept = "development_concept",
            SchoolMediaConcept = "school_media_concept",
            EconomyConcept = "economy_concept",
            DistrictStrategy = "district_strategy",
            FederalStrategy = "federal_strategy",
        }
        Actor {
            OwnAdministration = "own_administration",
            AllLocalActors = "all_local_actors",
            ExternalConsultants = "external_consultants",
            OtherMunicipalities = "other_municipalities",
            SelectedLocalActors = "selected_local_actors",
            MunicipalCompanies = "municipal_companies",
            ItCompanies = "it_companies",
        }
        Role {
            Hvb = "hvb",
            SteeringSupport = "steering_support",
            Cio = "cio",
            Cdo = "cdo",
            It = "it",
            Organisation = "organisation",
            Departments = "departments",
        }
        Component {
            FormServer = "form_server",
            Dms = "dms",
            DeMail = "de_mail",
            EPayment = "e_payment",
            ServiceAccount = "service_account",
            Eid = "eid",
            Mailbox = "mailbox",
            ServiceSearch = "service_search",
            MobileApp = "mobile_app",
            Chatbot = "chatbot",
        }
        Use {
            ProcessOptimisation = "process_optimisation",
            StaffPlanning = "staff_planning",
            Automation = "automation",
        }
        Topic {
            SpecialistApplications = "specialist_applications",
            Methods = "methods",
            DigitalWork = "digital_work",
            Leadership = "leadership",
            TechnologyTrends = "technology_trends",
        }
        Engagement {
            Own = "own",
            OtherAuthorities = "other_authorities",
            Funding = "funding",
            LocalActors = "local_actors",
        }
        Support {
            LocalEconomy = "local_economy",
            WifiLorawan = "wifi_lorawan",
            Volunteering = "volunteering",
            Startups = "startups",
        }
        Skill {
            PromotesSkills = "promotes_skills",
            LibrariesVhs = "libraries_vhs",
            Makerspaces = "makerspaces",
            Hackathons = "hackathons",
        }
        Participation {
            ParticipatoryBudget = "participatory_budget",
            DefectReporting = "defect_reporting",
            Planning = "planning",
            ConsultationHours = "consultation_hours",
            Surveys = "surveys",
            CivicTech = "civic_tech",
        }
        State {
            Bb = "BB",
            Be = "BE",
            Bw = "BW",
            By = "BY",
            Hb = "HB",
            He = "HE",
            Hh = "HH",
            Mv = "MV",
            Ni = "NI",
            Nw = "NW",
            Rp = "RP",
            Sh = "SH",
            Sl = "SL",
            Sn = "SN",
            St = "ST",
            Th = "TH",
        }
            }
    };
}

macro_rules! enums {
    ($($name:ident { $($option:ident = $text:literal,)* })*) => { $(
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub enum $name { $(#[serde(rename = $text)] $option),* }
    )* };
}

macro_rules! texts {
    ($($name:ident { $($option:ident = $text:literal,)* })*) => { $(
        #[derive(Debug, Clone, PartialEq, Deserialize)]
        pub struct $name(std::borrow::Cow<'static, str>);

        #[allow(non_upper_case_globals, dead_code)]
        impl $name {
            $(const $option: $name = $name(std::borrow::Cow::Borrowed($text));)*
        }
    )* };
}

/// The struct and the rules over one form of options.
macro_rules! by_hand {
    ($form:ident, $make:ident) => {
        pub mod $form {
            use super::*;

            all_options!($make);
            include!("by_hand/profile.rs");

            mod municipal {
                include!("by_hand/municipal.rs");
            }

            mod nested {
                include!("by_hand/nested.rs");
            }

            pub use municipal::municipal;
            pub use nested::nested;
        }
    };
}

by_hand!(options_as_enums, enums);
by_hand!(options_as_texts, texts);

/// The place in a ranking, 1 for the first; 0 if it is not chosen.
fn rank<T: PartialEq>(ranking: &[T], option: T) -> f64 {
    ranking.iter().position(|ranked| *ranked == option).map_or(0.0, |place| place as f64 + 1.0)
}

/// How many of the options are in the list.
fn count_of<T: PartialEq>(list: &[T], options: &[T]) -> f64 {
    options.iter().filter(|option| list.contains(option)).count() as f64
}

/// How many there are.
fn count<T>(list: &[T]) -> f64 {
    list.len() as f64
}
