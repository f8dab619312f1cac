//! The macros that a service's files declare its model with.
//!
//! Each macro takes a list. A declaration is AWS's name, our doc comment and the facts; what only the service
//! checks (`max`, `pattern`, enum values, the errors of an operation) is kept under the feature `full-model`, the
//! documentation itself under `documentation`, and neither leaves a byte in the wasm.

/// `Some` of an optional fact.
macro_rules! optional {
    () => {
        None
    };
    ($fact:expr) => {
        Some($fact)
    };
}

/// Whether a trait is declared.
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
#[cfg(feature = "documentation")]
macro_rules! docs {
    ($($line:literal)*) => { concat!($($line, "\n"),*) };
}

/// A fact, or its default.
macro_rules! default {
    ($default:expr) => {
        $default
    };
    ($default:expr, $fact:expr) => {
        $fact
    };
}

/// `Name(Input) -> Output [facts] raises Errors;`. Unless the facts say otherwise, an operation is a `POST` to a path of
/// its own name that succeeds with status 200.
macro_rules! operations {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident($input:ident) $(-> $output:ident)? $([
            $(http: $method:ident $path:literal $(,)?)?
            $(success: $success:literal $(,)?)?
            $(pages: $pages:literal $(,)?)?
            $(readonly: $readonly:ident $(,)?)?
            $(idempotent: $idempotent:ident)?
        ])?
        raises $($error:ident),+;
    )*) => {
        /// The operations of this resource.
        pub static OPERATIONS: &[&$crate::model::Operation] = &[$(&$name),*];
        $(
            $(#[doc = $doc])+
            pub static $name: $crate::model::Operation = $crate::model::Operation {
                name: stringify!($name),
                method: default!($crate::model::Method::Post $($(, $crate::model::Method::$method)?)?),
                path: default!(concat!("/", stringify!($name)) $($(, $path)?)?),
                #[cfg(feature = "full-model")]
                success: default!(200 $($(, $success)?)?),
                input: &$input,
                output: optional!($(&$output)?),
                #[cfg(feature = "full-model")]
                pages: optional!($($($pages)?)?),
                #[cfg(feature = "full-model")]
                readonly: flag!($($($readonly)?)?),
                #[cfg(feature = "full-model")]
                idempotent: flag!($($($idempotent)?)?),
                #[cfg(feature = "full-model")]
                errors: &[$(&super::exception::$error),+],
                #[cfg(feature = "documentation")]
                docs: docs!($($doc)+),
            };
        )*
    };
}

macro_rules! structures {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident $(: $output:ident $(with $headers:ident)?)? { $($members:tt)* }
    )*) => { $(
        shape! {
            [$($doc)+] $name false, flag!($($output)?),
            $crate::model::Kind::Structure(structure!($($output $($headers)?)? { $($members)* }))
        }
    )* };
}

macro_rules! unions {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident $(: $output:ident)? { $($members:tt)* }
    )*) => { $(
        shape! {
            [$($doc)+] $name false, flag!($($output)?),
            $crate::model::Kind::Union(structure!($($output)? { $($members)* }))
        }
    )* };
}

/// The members of a structure or union. One that is marked `output` is in no input and leads to no timestamp, so the
/// wasm neither encodes, validates nor decodes it: it is passed on as received, and the wasm has no table of it. `with`
/// names the macro of further members, which are in headers and read by the package's own code.
#[cfg(feature = "full-model")]
macro_rules! structure {
    ($(output)? { $($members:tt)* }) => { members!($($members)*) };
    (output $headers:ident { $($members:tt)* }) => { $headers!($($members)*) };
}
#[cfg(not(feature = "full-model"))]
macro_rules! structure {
    (output $($headers:ident)? { $($members:tt)* }) => {
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
            idempotency_token: idempotency_token!($($($facts)+)?),
            location: location!($($($facts)+)?),
            #[cfg(feature = "documentation")]
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

macro_rules! idempotency_token {
    ($(required,)? idempotency_token) => {
        true
    };
    ($($rest:tt)*) => {
        false
    };
}

macro_rules! location {
    ($(required)? $(,)? $(idempotency_token)?) => {
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

macro_rules! floats {
    ($(
        $(#[doc = $doc:literal])+
        $name:ident { $(min: $min:literal,)? $(max: $max:literal,)? }
    )*) => { $(
        shape! {
            [$($doc)+] $name false, false,
            $crate::model::Kind::Float {
                min: optional!($($min)?),
                #[cfg(feature = "full-model")]
                max: optional!($($max)?),
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
        $name:ident of $key:ident to $value:ident {
            $(min: $min:literal,)?
            $(max: $max:literal,)?
            $(sensitive: $sensitive:ident,)?
        }
    )*) => { $(
        shape! {
            [$($doc)+] $name flag!($($sensitive)?), false,
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

/// One shape, whatever its kind. It is a constant, so that the wasm, which has no names of shapes, holds those that are
/// alike once.
macro_rules! shape {
    ([$($doc:literal)+] $name:ident $sensitive:expr, $output_only:expr, $kind:expr) => {
        $(#[doc = $doc])+
        pub const $name: $crate::model::Shape = $crate::model::Shape {
            kind: $kind,
            #[cfg(feature = "full-model")]
            name: stringify!($name),
            #[cfg(feature = "documentation")]
            docs: docs!($($doc)+),
            #[cfg(feature = "full-model")]
            sensitive: $sensitive,
            #[cfg(feature = "full-model")]
            output_only: $output_only,
        };
    };
}

#[cfg(feature = "full-model")]
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
                status: $status,
                fault: $crate::model::Fault::$fault,
                members: $members,
                #[cfg(feature = "documentation")]
                docs: docs!($($doc)+),
            };
        )*
    };
}
