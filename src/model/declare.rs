//! What a declaration of the model is made of, and the macros that the resource files declare with.
//!
//! Each macro takes a list. A declaration is AWS's name, our doc comment and the facts; whatever only the service judges
//! (`max`, `pattern`, enum values, the errors of an operation) and the documentation itself is kept under the feature
//! `full-model` and leaves no byte in the wasm.

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
    /// Path template; a `{label}` is filled from the input member that is bound to it.
    pub path: &'static str,
    /// Status of a successful answer.
    #[cfg(feature = "full-model")]
    pub success: u16,
    /// The input structure.
    pub input: &'static Shape,
    /// The output structure; `None` where the service answers with no body at all.
    pub output: Option<&'static Shape>,
    /// For a paginated operation, the output member that holds a page's items.
    #[cfg(feature = "full-model")]
    pub pages: Option<&'static str>,
    /// Calling it changes nothing (AWS's `readonly` trait).
    #[cfg(feature = "full-model")]
    pub readonly: bool,
    /// Calling it twice is as good as once (AWS's `idempotent` trait).
    #[cfg(feature = "full-model")]
    pub idempotent: bool,
    /// The errors that the service documents for it.
    #[cfg(feature = "full-model")]
    pub errors: &'static [&'static Exception],
    /// What it does, in Markdown.
    #[cfg(feature = "full-model")]
    pub docs: &'static str,
}

/// A type of the model.
#[derive(Debug)]
pub struct Shape {
    /// What it is, with its constraints.
    pub kind: Kind,
    /// AWS's name, such as `ChannelArn`.
    #[cfg(feature = "full-model")]
    pub name: &'static str,
    /// What it stands for, in Markdown.
    #[cfg(feature = "full-model")]
    pub docs: &'static str,
    /// The value is a secret and must never be printed.
    #[cfg(feature = "full-model")]
    pub sensitive: bool,
    /// The wasm has no table of its members, because it has nothing to do with them.
    #[cfg(feature = "full-model")]
    pub output_only: bool,
}

/// The kinds of shape, each with the constraints that AWS models for it.
#[derive(Debug)]
pub enum Kind {
    /// Text. Lengths count Unicode characters.
    String {
        /// Least length.
        min: Option<u32>,
        /// Greatest length.
        #[cfg(feature = "full-model")]
        max: Option<u32>,
        /// Regular expression that the service matches with.
        #[cfg(feature = "full-model")]
        pattern: Option<&'static str>,
        /// The values that the model lists; none for a string that is not an enumeration.
        #[cfg(feature = "full-model")]
        values: &'static [&'static str],
    },
    /// A whole number.
    Integer {
        /// Least value.
        min: Option<i32>,
        /// Greatest value.
        #[cfg(feature = "full-model")]
        max: Option<i32>,
        /// AWS models it as 64 bits wide, not 32.
        #[cfg(feature = "full-model")]
        long: bool,
    },
    /// `true` or `false`.
    Boolean,
    /// A moment, sent as ISO 8601 text in UTC.
    Timestamp,
    /// An ordered collection.
    List {
        /// What its items are.
        member: &'static Shape,
        /// Least number of items.
        min: Option<u32>,
        /// Greatest number of items.
        #[cfg(feature = "full-model")]
        max: Option<u32>,
    },
    /// Text keys with values of one shape.
    Map {
        /// What its keys are.
        key: &'static Shape,
        /// What its values are.
        value: &'static Shape,
        /// Least number of entries.
        min: Option<u32>,
        /// Greatest number of entries.
        #[cfg(feature = "full-model")]
        max: Option<u32>,
    },
    /// Named members.
    Structure(&'static [Member]),
}

/// A member of a structure.
#[derive(Debug)]
pub struct Member {
    /// Its name, in the API and in JavaScript.
    pub name: &'static str,
    /// Its shape.
    pub shape: &'static Shape,
    /// The service refuses an input, and never gives an output, without it.
    pub required: bool,
    /// Which part of the HTTP message carries it.
    pub location: Location,
    /// What it means here, in Markdown.
    #[cfg(feature = "full-model")]
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
    /// The header of that name.
    Header(&'static str),
}

/// Who caused an error.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    /// The caller: the same request would fail again.
    #[default]
    Client,
    /// The service.
    Server,
}

/// An error that the service models.
#[derive(Debug)]
pub struct Exception {
    /// AWS's name, such as `ConflictException`.
    pub name: &'static str,
    /// HTTP status it comes with.
    #[cfg(feature = "full-model")]
    pub status: u16,
    /// Who caused it.
    pub fault: Fault,
    /// Its members.
    pub members: &'static [Member],
    /// When it is raised and what to do, in Markdown.
    #[cfg(feature = "full-model")]
    pub docs: &'static str,
}

/// `Some` of a fact that may be left out.
macro_rules! optional {
    () => {
        None
    };
    ($fact:expr) => {
        Some($fact)
    };
}

/// Whether a trait was named.
#[cfg(feature = "full-model")]
macro_rules! flag {
    () => {
        false
    };
    ($name:ident) => {
        true
    };
}

/// The text of a doc comment, a line each.
#[cfg(feature = "full-model")]
macro_rules! docs {
    ($($line:literal)*) => { concat!($($line, "\n"),*) };
}

macro_rules! operations {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident {
            http: $method:ident $path:literal => $success:literal,
            input: $input:ident,
            $(output: $output:ident,)?
            $(pages: $pages:literal,)?
            $(readonly: $readonly:ident,)?
            $(idempotent: $idempotent:ident,)?
            errors: [$($error:ident),* $(,)?],
        }
    )*) => {
        /// The operations of this resource.
        pub static OPERATIONS: &[&$crate::model::Operation] = &[$(&$name),*];
        $(
            $(#[doc = $doc])+
            pub static $name: $crate::model::Operation = $crate::model::Operation {
                name: stringify!($name),
                method: $crate::model::Method::$method,
                path: $path,
                #[cfg(feature = "full-model")]
                success: $success,
                input: &$input,
                output: optional!($(&$output)?),
                #[cfg(feature = "full-model")]
                pages: optional!($($pages)?),
                #[cfg(feature = "full-model")]
                readonly: flag!($($readonly)?),
                #[cfg(feature = "full-model")]
                idempotent: flag!($($idempotent)?),
                #[cfg(feature = "full-model")]
                errors: &[$(&super::exception::$error),*],
                #[cfg(feature = "full-model")]
                docs: docs!($($doc)+),
            };
        )*
    };
}

macro_rules! structures {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident $(: $output:ident)? { $($members:tt)* }
    )*) => { $(
        shape! {
            [$($doc)+] $name false, flag!($($output)?),
            $crate::model::Kind::Structure(structure!($($output)? { $($members)* }))
        }
    )* };
}

/// The members of a structure. One that is marked `output` is in no input and leads to no timestamp, so the wasm neither encodes,
/// checks nor decodes it: what the service sends is handed on as it came, and the wasm has no table of it. Members in headers are
/// read by the package's own JavaScript.
#[cfg(feature = "full-model")]
macro_rules! structure {
    ($($output:ident)? { $($members:tt)* }) => { members!($($members)*) };
}
#[cfg(not(feature = "full-model"))]
macro_rules! structure {
    (output { $($members:tt)* }) => {
        &[]
    };
    ({ $($members:tt)* }) => { members!($($members)*) };
}

macro_rules! members {
    ($(
        $(#[doc = $doc:literal])+
        $member:ident: $shape:ident $([$($facts:tt)+])?,
    )*) => {
        &[$($crate::model::Member {
            name: stringify!($member),
            shape: &$shape,
            required: required!($($($facts)+)?),
            location: location!($($($facts)+)?),
            #[cfg(feature = "full-model")]
            docs: docs!($($doc)+),
        }),*]
    };
}

macro_rules! required {
    (required $($rest:tt)*) => {
        true
    };
    ($($rest:tt)*) => {
        false
    };
}

macro_rules! location {
    ($(required)? $(,)?) => {
        $crate::model::Location::Body
    };
    ($(required,)? label) => {
        $crate::model::Location::Label
    };
    ($(required,)? query) => {
        $crate::model::Location::Query
    };
    ($(required,)? header $name:literal) => {
        $crate::model::Location::Header($name)
    };
}

macro_rules! strings {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident {
            $(min: $min:literal,)?
            $(max: $max:literal,)?
            $(pattern: $pattern:literal,)?
            $(values: [$($value:ident),+ $(,)?],)?
            $(sensitive: $sensitive:ident,)?
        }
    )*) => { $(
        shape! {
            [$($doc)+] $name flag!($($sensitive)?), false,
            $crate::model::Kind::String {
                min: optional!($($min)?),
                #[cfg(feature = "full-model")]
                max: optional!($($max)?),
                #[cfg(feature = "full-model")]
                pattern: optional!($($pattern)?),
                #[cfg(feature = "full-model")]
                values: &[$($(stringify!($value)),+)?],
            }
        }
    )* };
}

macro_rules! integers {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident { $(min: $min:literal,)? $(max: $max:literal,)? $(long: $long:ident,)? }
    )*) => { $(
        shape! {
            [$($doc)+] $name false, false,
            $crate::model::Kind::Integer {
                min: optional!($($min)?),
                #[cfg(feature = "full-model")]
                max: optional!($($max)?),
                #[cfg(feature = "full-model")]
                long: flag!($($long)?),
            }
        }
    )* };
}

macro_rules! booleans {
    ($($(#[doc = $doc:literal])+ $name:ident;)*) => { $(
        shape! { [$($doc)+] $name false, false, $crate::model::Kind::Boolean }
    )* };
}

macro_rules! timestamps {
    ($($(#[doc = $doc:literal])+ $name:ident;)*) => { $(
        shape! { [$($doc)+] $name false, false, $crate::model::Kind::Timestamp }
    )* };
}

macro_rules! lists {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident of $member:ident { $(min: $min:literal,)? $(max: $max:literal,)? }
    )*) => { $(
        shape! {
            [$($doc)+] $name false, false,
            $crate::model::Kind::List {
                member: &$member,
                min: optional!($($min)?),
                #[cfg(feature = "full-model")]
                max: optional!($($max)?),
            }
        }
    )* };
}

macro_rules! maps {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident of $key:ident to $value:ident { $(min: $min:literal,)? $(max: $max:literal,)? }
    )*) => { $(
        shape! {
            [$($doc)+] $name false, false,
            $crate::model::Kind::Map {
                key: &$key,
                value: &$value,
                min: optional!($($min)?),
                #[cfg(feature = "full-model")]
                max: optional!($($max)?),
            }
        }
    )* };
}

/// One shape, whatever its kind. Without its name it is a constant, so that the wasm holds shapes that are alike once.
macro_rules! shape {
    ([$($doc:literal)+] $name:ident $sensitive:expr, $output_only:expr, $kind:expr) => {
        #[cfg(feature = "full-model")]
        $(#[doc = $doc])+
        pub static $name: $crate::model::Shape = $crate::model::Shape {
            kind: $kind,
            name: stringify!($name),
            docs: docs!($($doc)+),
            sensitive: $sensitive,
            output_only: $output_only,
        };
        #[cfg(not(feature = "full-model"))]
        $(#[doc = $doc])+
        pub const $name: $crate::model::Shape = $crate::model::Shape { kind: $kind };
    };
}

macro_rules! exceptions {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident { status: $status:literal, fault: $fault:ident, members: $members:ident, }
    )*) => {
        /// Every modelled error.
        pub static EXCEPTIONS: &[&$crate::model::Exception] = &[$(&$name),*];
        $(
            $(#[doc = $doc])+
            pub static $name: $crate::model::Exception = $crate::model::Exception {
                name: stringify!($name),
                #[cfg(feature = "full-model")]
                status: $status,
                fault: $crate::model::Fault::$fault,
                members: $members,
                #[cfg(feature = "full-model")]
                docs: docs!($($doc)+),
            };
        )*
    };
}
