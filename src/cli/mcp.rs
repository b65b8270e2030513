//! `dteam mcp`

use std::path::PathBuf;

use clap::Args;
use dteam::authoring::{SchemaOf, handbook, schema};
use dteam::{Catalog, Invalid, Language};
use dteam_core::CALLS;
use dteam_text::diagnostic::Problem;
use jiff::civil::Date;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, ContentBlock, ErrorData,
    Implementation, JsonObject, ListResourcesResult, ListToolsResult, PaginatedRequestParams,
    ReadResourceRequestParams, ReadResourceResponse, ReadResourceResult, Resource,
    ResourceContents, ServerCapabilities, ServerConfig, Tool, ToolAnnotations,
};
use rmcp::service::{RequestContext, RoleServer, ServerInitializeError};
use rmcp::{ServerHandler, ServiceExt};
use serde_json::Value as Json;

use super::{Common, Outcome, input, languages};

#[derive(Debug, Args)]
pub(super) struct Arguments {
    #[arg(help = "cli-lang")]
    #[arg(long, value_parser = languages(), value_name = "cli-value-language")]
    lang: Option<Language>,
    #[arg(long, value_name = "cli-value-dir", help = "cli-rules-folder")]
    rules: Vec<PathBuf>,
    #[arg(help = "cli-mcp-date")]
    #[arg(long, value_name = "cli-value-date", value_parser = input::date)]
    date: Option<Date>,
}

impl Arguments {
    pub fn common(&self) -> Common {
        Common { lang: self.lang, rules: self.rules.clone(), ..Common::plain(None) }
    }
}

/// The calls that are tools: those about one municipality.
const TOOLS: [&str; 6] = ["advise", "check", "classify", "explain", "plan", "questions"];

/// What agents are told of the whole.
const INSTRUCTIONS: &str = "Advice for the digital municipality. Begin with `questions`: it lists \
    what can be asked of a municipality, with the answers there are. Questions may stay open. \
    `advise` says what to do next and why, `plan` when. What is wrong with a profile comes as a \
    list of mistakes with what would fix them. Nothing is stored, and nothing leaves this machine.";

pub(super) fn run(arguments: &Arguments, common: &Common) -> Result<Outcome, Invalid> {
    let catalog = common.catalog()?;
    let server = Server {
        boundary: catalog.clone().into(),
        catalog,
        language: common.language(),
        date: input::reference_date(arguments.date)?,
    };
    let failed = |reason: String| Invalid::from(Problem::NotServed { reason });
    let runtime = tokio::runtime::Builder::new_current_thread().enable_time().build();
    let runtime = runtime.map_err(|error| failed(error.to_string()))?;
    runtime.block_on(async {
        match server.serve(rmcp::transport::stdio()).await {
            Ok(service) => {
                service.waiting().await.map(drop).map_err(|error| failed(error.to_string()))
            }
            // Nobody wanted anything.
            Err(ServerInitializeError::ConnectionClosed(_)) => Ok(()),
            Err(error) => Err(failed(error.to_string())),
        }
    })?;
    Ok(Outcome::Done)
}

/// What answers an agent.
struct Server {
    catalog: Catalog,
    boundary: dteam_core::Catalog,
    language: Language,
    date: Date,
}

impl ServerHandler for Server {
    fn get_info(&self) -> ServerConfig {
        let can = ServerCapabilities::builder().enable_tools().enable_resources().build();
        ServerConfig::new(can)
            .with_server_info(Implementation::new("dteam", env!("CARGO_PKG_VERSION")))
            .with_instructions(INSTRUCTIONS)
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, ErrorData> {
        Ok(ListToolsResult::with_all_items(tools().collect()))
    }

    async fn call_tool(
        &self,
        asked: CallToolRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, ErrorData> {
        if !TOOLS.contains(&asked.name.as_ref()) {
            return Err(ErrorData::invalid_params(format!("no tool `{}`", asked.name), None));
        }
        let request = self.completed(&asked.name, asked.arguments.unwrap_or_default());
        let (boundary, name) = (self.boundary.clone(), asked.name);
        // On a thread of its own: an advice takes its time, and others ask meanwhile.
        let work = move || boundary.call(&name, request.to_string().as_bytes());
        let answered = tokio::task::spawn_blocking(work).await;
        let answered =
            answered.map_err(|error| ErrorData::internal_error(error.to_string(), None))?;
        let result = match answered {
            Ok(answer) => CallToolResult::success(vec![ContentBlock::text(answer)]),
            Err(refused) => CallToolResult::error(vec![ContentBlock::text(refused)]),
        };
        Ok(result.into())
    }

    async fn list_resources(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListResourcesResult, ErrorData> {
        let listed = Document::ALL.iter().map(|document| {
            Resource::new(document.uri, document.name)
                .with_description(document.about)
                .with_mime_type(document.media_type())
        });
        Ok(ListResourcesResult::with_all_items(listed.collect()))
    }

    async fn read_resource(
        &self,
        asked: ReadResourceRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<ReadResourceResponse, ErrorData> {
        let document = Document::ALL.iter().find(|document| document.uri == asked.uri);
        let document = document.ok_or_else(|| {
            ErrorData::resource_not_found(format!("no resource `{}`", asked.uri), None)
        })?;
        let text = self.written(document.of);
        let text = text.map_err(|invalid| ErrorData::internal_error(invalid.to_string(), None))?;
        let contents =
            ResourceContents::text(text, document.uri).with_mime_type(document.media_type());
        Ok(ReadResourceResult::new(vec![contents]).into())
    }
}

impl Server {
    /// The request with the language and the day of the server, where it names none and can.
    fn completed(&self, name: &str, mut request: JsonObject) -> Json {
        let date = self.date.to_string();
        let defaults = [("language", self.language.code()), ("date", date.as_str())];
        let schema = CALLS.iter().find(|call| call.name == name).map(|call| call.request_schema());
        for (key, value) in defaults {
            let knows = schema.as_ref().is_some_and(|schema| !schema["properties"][key].is_null());
            if knows {
                request.entry(key).or_insert(value.into());
            }
        }
        request.into()
    }

    fn written(&self, of: DocumentOf) -> Result<String, Invalid> {
        Ok(match of {
            DocumentOf::Handbook => {
                handbook(&self.catalog, &[] as &[&str], self.language)?.markdown()
            }
            DocumentOf::PackFormat => include_str!("../../docs/pack-format.md").to_owned(),
            DocumentOf::Schema(of) => format!("{:#}\n", schema(&self.catalog, of, self.language)),
        })
    }
}

fn tools() -> impl Iterator<Item = Tool> {
    let calls = CALLS.iter().filter(|call| TOOLS.contains(&call.name));
    calls.map(|call| {
        let Json::Object(schema) = call.request_schema() else {
            unreachable!("a request is an object, so its schema is one")
        };
        let reads_only = ToolAnnotations::new().read_only(true).open_world(false);
        Tool::new(call.name, call.about, schema).with_annotations(reads_only)
    })
}

/// What agents can read.
struct Document {
    uri: &'static str,
    name: &'static str,
    about: &'static str,
    of: DocumentOf,
}

#[derive(Clone, Copy)]
enum DocumentOf {
    Handbook,
    PackFormat,
    Schema(SchemaOf),
}

impl Document {
    const ALL: &[Document] = &[
        Document {
            uri: "dteam://handbook",
            name: "handbook",
            about: "All questions, types and rules, with every condition in words",
            of: DocumentOf::Handbook,
        },
        Document {
            uri: "dteam://pack-format",
            name: "pack-format",
            about: "How rules, questions, cases and studies are written",
            of: DocumentOf::PackFormat,
        },
        Document::schema("dteam://schema/profile", "A profile", SchemaOf::Profile),
        Document::schema("dteam://schema/pack", "pack.yaml", SchemaOf::Pack),
        Document::schema("dteam://schema/cases", "cases.yaml", SchemaOf::Cases),
        Document::schema("dteam://schema/facts", "facts.yaml", SchemaOf::Facts),
        Document::schema("dteam://schema/advice", "An advice", SchemaOf::Advice),
        Document::schema("dteam://schema/plan", "A plan", SchemaOf::Plan),
    ];

    const fn schema(uri: &'static str, about: &'static str, of: SchemaOf) -> Self {
        // The name is what follows the scheme.
        let (_, name) = uri.split_at("dteam://".len());
        Document { uri, name, about, of: DocumentOf::Schema(of) }
    }

    fn media_type(&self) -> &'static str {
        match self.of {
            DocumentOf::Handbook | DocumentOf::PackFormat => "text/markdown",
            DocumentOf::Schema(_) => "application/schema+json",
        }
    }
}
