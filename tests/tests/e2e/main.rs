//! The built site in headless Chromium, as a visitor has it: served from a folder, opened in an empty profile.

mod bad_input;
mod bad_programs;
mod clocks;
mod contract;
mod drafts;
mod editing;
mod examples;
mod first_visit;
mod graceful;
mod interpreter;
mod jobs;
mod keyboard;
mod kit;
mod lanes;
mod layout;
mod lessons;
mod many;
mod network;
mod reading;
mod selection;
mod service_worker;
mod stopping;
mod timeline;
mod workers;
