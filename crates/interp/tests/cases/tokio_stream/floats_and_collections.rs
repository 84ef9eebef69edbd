//! Floats over streams, and streams collected into every collection.
use std::collections::{BTreeMap, BTreeSet, BinaryHeap, HashMap, HashSet, LinkedList, VecDeque};
use std::io::Cursor;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio_stream::{self as stream, StreamExt};

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let mut cursor = Cursor::new(Vec::new());
    cursor.write_f32(1.5).await?;
    cursor.write_f64_le(-0.25).await?;
    cursor.write_f64(f64::MAX).await?;
    cursor.write_f32_le(f32::NAN).await?;
    println!("{:02x?}", &cursor.get_ref()[..12]);
    cursor.set_position(0);
    println!("{} {}", cursor.read_f32().await?, cursor.read_f64_le().await?);
    println!("{} {}", cursor.read_f64().await? == f64::MAX, cursor.read_f32_le().await?.is_nan());
    println!("{:?}", cursor.read_f32().await.map_err(|it| it.kind()));

    println!("{:?}", stream::iter([3, 1, 2]).collect::<VecDeque<_>>().await);
    println!("{:?}", stream::iter([3, 1, 2]).collect::<LinkedList<_>>().await);
    println!("{:?}", stream::iter([3, 1, 3]).collect::<BTreeSet<_>>().await);
    println!("{:?}", stream::iter([3, 3]).collect::<HashSet<_>>().await);
    println!("{:?}", stream::iter([3, 1, 2]).collect::<BinaryHeap<_>>().await.into_sorted_vec());
    println!("{:?}", stream::iter([("b", 1), ("a", 2)]).collect::<BTreeMap<_, _>>().await);
    println!("{:?}", stream::iter([("b", 1), ("b", 2)]).collect::<HashMap<_, _>>().await);
    let tried = stream::iter([Ok(("a", 1)), Err("no"), Ok(("b", 2))]).collect::<Result<BTreeMap<_, _>, _>>().await;
    println!("{tried:?}");
    Ok(())
}
