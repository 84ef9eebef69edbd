//! What is known of the library's own functions.

use super::{Inference, LIBRARY, with_inner};
use crate::lower::World;
use crate::tree::{FnId, Origin, Ty};

#[test]
fn nearly_all_of_the_library_is_known() {
    let mut world = LIBRARY.with(World::clone);
    let mut inference = Inference::new();
    let (mut all, mut unknown) = (0, 0);
    for id in (0..world.program.functions.len() as u32).map(FnId) {
        if !matches!(world.program.function(id).origin, Origin::Text) {
            continue;
        }
        let Ok(body) = world.body(id) else { continue };
        let Ok(bodies) = with_inner(body, &mut |id| world.body(id)) else { continue };
        let inferred = inference.infer(&world.program, &bodies);
        let exprs = inferred.types.values().flat_map(|it| &it.exprs);
        for ty in exprs {
            all += 1;
            unknown += usize::from(*ty == Ty::Unknown);
        }
    }
    assert!(unknown * 100 < all, "{unknown} of {all} expressions are not known");
}
