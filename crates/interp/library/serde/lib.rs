//! serde: values to data and back. Data of all formats is a tree of `Content` here.

pub mod de;
mod impls;
mod others;
mod content;
mod read;
pub mod ser;

pub use de::{Deserialize, Deserializer};
pub use ser::{Serialize, Serializer};

pub mod __private {
    //! What derived implementations and the formats need.

    pub use crate::content::{Content, ContentSerializer, DataError, Kind};
    pub use crate::ser::Written;
    pub use crate::read::{ContentDeserializer, Fields, tagged, unfit, value_by, value_of, variant_of};
}
