//! The types of a model: services, operations, shapes and errors.

/// An AWS service of the protocol rest-json, as data.
#[derive(Debug)]
pub struct Service {
    /// Selects the service in a client's configuration.
    pub id: &'static str,
    /// First label of its host names, such as `ivs` in `ivs.us-west-2.amazonaws.com`.
    pub endpoint_prefix: &'static str,
    /// Name in the credential scope of a signature; not always the endpoint prefix.
    pub signing_name: &'static str,
    /// Version of the API, as AWS dates it.
    pub api_version: &'static str,
    /// What `x-amz-user-agent` says of the service and its version, such as `api/ivs#2020-07-14`.
    pub user_agent: &'static str,
    /// Its operations, grouped by resource.
    pub resources: &'static [&'static [&'static Operation]],
    /// Every error that it models.
    #[cfg(feature = "full-model")]
    pub exceptions: &'static [&'static Exception],
    /// The names that AWS's SDK for JavaScript gives to it and its shapes.
    #[cfg(feature = "full-model")]
    pub sdk: SdkNames,
    /// Its name in prose, such as `Amazon Interactive Video Service`.
    #[cfg(feature = "full-model")]
    pub title: &'static str,
    /// Address of an operation's page in AWS's API reference, without the operation's name and `.html`.
    #[cfg(feature = "full-model")]
    pub reference: &'static str,
}

impl Service {
    /// Every operation.
    pub fn operations(&self) -> impl Iterator<Item = &'static Operation> {
        self.resources.iter().copied().flatten().copied()
    }

    /// The operation of that name (`CreateChannel`), if there is one.
    pub fn operation(&self, name: &str) -> Option<&'static Operation> {
        // The adapters of `operations` are ten times the code.
        for resource in self.resources {
            for operation in *resource {
                if operation.name == name {
                    return Some(operation);
                }
            }
        }
        None
    }

    /// The modelled error of that name (`ConflictException`), if there is one.
    #[cfg(feature = "full-model")]
    pub fn exception(&self, name: &str) -> Option<&'static Exception> {
        self.exceptions.iter().copied().find(|exception| exception.name == name)
    }
}

/// Names that AWS's SDK for JavaScript uses and no service model has.
#[cfg(feature = "full-model")]
#[derive(Debug)]
pub struct SdkNames {
    /// Of the aggregated client, such as `Ivs`; `IvsClient` and `IvsServiceException` begin with it.
    pub class: &'static str,
    /// Names of enumeration values that differ from the values: for each enumeration, pairs of value and name.
    pub enums: &'static [(&'static str, &'static [(&'static str, &'static str)])],
    /// Shapes that it renames: pairs of AWS's name and the SDK's.
    pub types: &'static [(&'static str, &'static str)],
}

/// HTTP method of an operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// `GET`
    Get,
    /// `POST`
    Post,
    /// `DELETE`
    Delete,
}

impl Method {
    /// The method as it stands in a request line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Delete => "DELETE",
        }
    }
}

/// One call of the API.
#[derive(Debug)]
pub struct Operation {
    /// AWS's name, such as `CreateChannel`.
    pub name: &'static str,
    /// HTTP method.
    pub method: Method,
    /// Path template; a `{label}` is replaced by the input member of that name.
    pub path: &'static str,
    /// Status of a successful response.
    #[cfg(feature = "full-model")]
    pub success: u16,
    /// The input structure.
    pub input: &'static Shape,
    /// The output structure; `None` if the response has no body.
    pub output: Option<&'static Shape>,
    /// For a paginated operation, the output member that holds a page's items.
    #[cfg(feature = "full-model")]
    pub pages: Option<&'static str>,
    /// Calling it changes nothing (AWS's `readonly` trait).
    #[cfg(feature = "full-model")]
    pub readonly: bool,
    /// Calling it twice has the same effect as once (AWS's `idempotent` trait).
    #[cfg(feature = "full-model")]
    pub idempotent: bool,
    /// The errors that the service documents for it.
    #[cfg(feature = "full-model")]
    pub errors: &'static [&'static Exception],
    /// Its documentation, in Markdown.
    #[cfg(feature = "documentation")]
    pub docs: &'static str,
}

/// A type of the model.
#[derive(Debug)]
pub struct Shape {
    /// Its kind, with its constraints.
    pub kind: Kind,
    /// AWS's name, such as `ChannelArn`.
    #[cfg(feature = "full-model")]
    pub name: &'static str,
    /// Its documentation, in Markdown.
    #[cfg(feature = "documentation")]
    pub docs: &'static str,
    /// The value is a secret and must not be logged.
    #[cfg(feature = "full-model")]
    pub sensitive: bool,
    /// The wasm has no table of its members, because it need not process them.
    #[cfg(feature = "full-model")]
    pub output_only: bool,
}

/// The kinds of shape, each with the constraints that AWS models for it.
#[derive(Debug)]
pub enum Kind {
    /// Text. Lengths count Unicode characters.
    String {
        /// Minimum length.
        min: Option<u32>,
        /// Maximum length.
        #[cfg(feature = "full-model")]
        max: Option<u32>,
        /// Regular expression that the service matches with.
        #[cfg(feature = "full-model")]
        pattern: Option<&'static str>,
        /// The values that the model lists; none for a string that is not an enumeration.
        #[cfg(feature = "full-model")]
        values: &'static [&'static str],
    },
    /// An integer.
    Integer {
        /// Minimum value.
        min: Option<i32>,
        /// Maximum value.
        #[cfg(feature = "full-model")]
        max: Option<i32>,
        /// AWS models it as 64 bits wide, not 32.
        #[cfg(feature = "full-model")]
        long: bool,
    },
    /// A finite floating-point number.
    Float {
        /// Minimum value.
        min: Option<i32>,
        /// Maximum value.
        #[cfg(feature = "full-model")]
        max: Option<i32>,
    },
    /// `true` or `false`.
    Boolean,
    /// A timestamp, sent as ISO 8601 text in UTC.
    Timestamp,
    /// An ordered collection.
    List {
        /// Shape of its items.
        member: &'static Shape,
        /// Minimum number of items.
        min: Option<u32>,
        /// Maximum number of items.
        #[cfg(feature = "full-model")]
        max: Option<u32>,
    },
    /// Text keys with values of one shape.
    Map {
        /// Shape of its keys.
        key: &'static Shape,
        /// Shape of its values.
        value: &'static Shape,
        /// Minimum number of entries.
        min: Option<u32>,
        /// Maximum number of entries.
        #[cfg(feature = "full-model")]
        max: Option<u32>,
    },
    /// Named members.
    Structure(&'static [Member]),
    /// Exactly one of the named members.
    Union(&'static [Member]),
}

impl Shape {
    /// The members of a structure or union; none of any other shape.
    pub fn members(&self) -> &'static [Member] {
        match self.kind {
            Kind::Structure(members) | Kind::Union(members) => members,
            _ => &[],
        }
    }
}

/// A member of a structure.
#[derive(Debug)]
pub struct Member {
    /// Its name, in the API and in JavaScript.
    pub name: &'static str,
    /// Its shape.
    pub shape: &'static Shape,
    /// The service rejects an input without it, and no output lacks it.
    pub required: bool,
    /// The service uses it to detect a request that is sent again. If it is absent, the client sends a random UUID.
    pub idempotency_token: bool,
    /// Which part of the HTTP message carries it.
    pub location: Location,
    /// Its documentation, in Markdown.
    #[cfg(feature = "documentation")]
    pub docs: &'static str,
}

/// The part of an HTTP message that carries a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Location {
    /// The JSON body, under the member's own name.
    Body,
    /// The `{label}` of the member's name in the path.
    Label,
    /// A query parameter of the member's name, repeated for each item of a list.
    Query,
    /// The header of that name, in outputs and errors only; the package's TypeScript reads it, so the wasm does not
    /// need it.
    #[cfg(feature = "full-model")]
    Header(&'static str),
}

/// Who is at fault for an error.
#[cfg(feature = "full-model")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// The caller: the same request would fail again.
    #[default]
    Client,
    /// The service.
    Server,
}

/// An error that the service models.
#[cfg(feature = "full-model")]
#[derive(Debug)]
pub struct Exception {
    /// AWS's name, such as `ConflictException`.
    pub name: &'static str,
    /// HTTP status it comes with.
    pub status: u16,
    /// Who is at fault.
    pub fault: Fault,
    /// Its members.
    pub members: &'static [Member],
    /// Its documentation, in Markdown.
    #[cfg(feature = "documentation")]
    pub docs: &'static str,
}
