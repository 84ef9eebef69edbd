//! Crates use only what lies below them. Test dependencies may point anywhere; cargo itself rejects a circle.

use crate::workspace::Package;

/// Each of our packages, and which of ours it may be built with: the table of the design.
const MAY_USE: [(&str, &[&str]); 11] = [
    ("meanwhile-trace", &[]),
    ("meanwhile-runtime", &["meanwhile-trace"]),
    ("meanwhile-instrument", &[]),
    ("meanwhile-programs", &["meanwhile-instrument", "meanwhile-runtime", "meanwhile-trace"]),
    ("meanwhile-interp", &["meanwhile-instrument", "meanwhile-runtime", "meanwhile-trace"]),
    ("meanwhile-timeline", &["meanwhile-trace"]),
    (
        "meanwhile-runner",
        &[
            "meanwhile-instrument",
            "meanwhile-interp",
            "meanwhile-programs",
            "meanwhile-runtime",
            "meanwhile-trace",
        ],
    ),
    ("meanwhile-app", &["meanwhile-programs", "meanwhile-runner", "meanwhile-timeline", "meanwhile-trace"]),
    ("meanwhile", &["meanwhile-interp", "meanwhile-runtime", "meanwhile-timeline", "meanwhile-trace"]),
    ("xtask", &[]),
    // They drive the programs and the site from outside, and a worker by the messages that it understands.
    ("meanwhile-tests", &["meanwhile", "meanwhile-runner", "meanwhile-trace"]),
];

pub(super) fn check(packages: &[Package]) -> Vec<String> {
    let ours = |name: &str| name.starts_with("meanwhile") || name == "xtask";
    let mut complaints = Vec::new();
    for package in packages {
        let name = &package.name;
        let Some((_, allowed)) = MAY_USE.iter().find(|(user, _)| user == name) else {
            complaints.push(format!(
                "{name}: a new package; add it to the table in crates/xtask/src/tidy/direction.rs"
            ));
            continue;
        };
        let upward = package.uses.iter().filter(|used| ours(used) && !allowed.contains(&used.as_str()));
        complaints.extend(upward.map(|used| format!("{name}: may not use {used}, which is not below it")));
    }
    complaints
}

#[cfg(test)]
mod tests {
    use super::*;

    fn package(name: &str, uses: &[&str], tests_use: &[&str]) -> Package {
        let owned = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect();
        Package { name: name.into(), uses: owned(uses), tests_use: owned(tests_use) }
    }

    #[test]
    fn downward_and_outside_are_fine() {
        assert!(
            check(&[package("meanwhile-runtime", &["meanwhile-trace", "js-sys"], &["meanwhile-app"])])
                .is_empty()
        );
    }

    #[test]
    fn upward_and_unknown_are_not() {
        let complaints = check(&[
            package("meanwhile-trace", &["meanwhile-runtime"], &[]),
            package("meanwhile-extra", &[], &[]),
        ]);
        assert_eq!(complaints.len(), 2, "{complaints:?}");
        assert!(complaints[0].contains("may not use meanwhile-runtime"));
        assert!(complaints[1].contains("a new package"));
    }

    #[test]
    fn the_table_itself_has_a_direction() {
        for (name, used) in MAY_USE {
            for lower in used {
                let (_, lower_uses) = MAY_USE.iter().find(|(user, _)| user == lower).unwrap();
                assert!(!lower_uses.contains(&name), "{name} and {lower} use each other");
            }
        }
    }
}
