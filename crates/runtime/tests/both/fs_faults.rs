//! What goes wrong with files, and with what kind and text.

use meanwhile_runtime::fs::{self, File, OpenOptions};
use meanwhile_runtime::io::{AsyncReadExt, AsyncSeekExt, AsyncWriteExt};
use meanwhile_runtime::{println, select};
use std::io::{Result, SeekFrom};

/// Prints an error's kind and text.
#[track_caller]
fn tell<T>(result: Result<T>) {
    let error = result.err().unwrap();
    println!("{:?}: {error}", error.kind());
}

both!(
    what_is_missing_is_not_found,
    "NotFound: No such file or directory (os error 2)\n".repeat(8).as_str(),
    {
        tell(fs::read("missing").await);
        tell(fs::write("missing/file", "").await);
        tell(fs::metadata("missing").await);
        tell(fs::remove_file("missing").await);
        tell(fs::remove_dir_all("missing").await);
        tell(fs::rename("missing", "other").await);
        tell(File::open("missing").await);
        tell(fs::create_dir("missing/dir").await);
    }
);

both!(
    files_and_directories_are_not_each_other,
    "IsADirectory: Is a directory (os error 21)\n\
     IsADirectory: Is a directory (os error 21)\n\
     IsADirectory: Is a directory (os error 21)\n\
     IsADirectory: Is a directory (os error 21)\n\
     NotADirectory: Not a directory (os error 20)\n\
     NotADirectory: Not a directory (os error 20)\n\
     NotADirectory: Not a directory (os error 20)\n\
     NotADirectory: Not a directory (os error 20)\n\
     NotADirectory: Not a directory (os error 20)\n",
    {
        fs::create_dir("dir").await?;
        fs::write("file", "").await?;
        tell(fs::read("dir").await);
        tell(fs::write("dir", "").await);
        tell(fs::remove_file("dir").await);
        tell(fs::rename("file", "dir").await);
        tell(fs::read("file/inside").await);
        tell(fs::read_dir("file").await);
        tell(fs::remove_dir("file").await);
        tell(fs::create_dir_all("file/inside").await);
        tell(fs::rename("dir", "file").await);
    }
);

both!(
    what_is_there_already_exists,
    "AlreadyExists: File exists (os error 17)\n\
     AlreadyExists: File exists (os error 17)\n\
     AlreadyExists: File exists (os error 17)\n\
     AlreadyExists: File exists (os error 17)\n",
    {
        fs::write("file", "").await?;
        fs::create_dir("dir").await?;
        tell(File::create_new("file").await);
        tell(fs::create_dir("dir").await);
        tell(fs::create_dir_all("file").await);
        tell(fs::create_dir("/").await);
    }
);

both!(
    a_directory_goes_only_when_it_is_empty,
    "DirectoryNotEmpty: Directory not empty (os error 39)\n\
     DirectoryNotEmpty: Directory not empty (os error 39)\n\
     InvalidInput: Invalid argument (os error 22)\n\
     ResourceBusy: Device or resource busy (os error 16)\n",
    {
        fs::create_dir_all("dir/inside").await?;
        fs::create_dir("other").await?;
        tell(fs::remove_dir("dir").await);
        tell(fs::rename("other", "dir").await);
        tell(fs::rename("dir", "dir/inside/dir").await);
        tell(fs::remove_dir_all("/").await);
    }
);

both!(
    options_that_make_no_sense_are_refused,
    "InvalidInput: Invalid argument (os error 22)\n\
     InvalidInput: Invalid argument (os error 22)\n\
     InvalidInput: Invalid argument (os error 22)\n\
     Other: Bad file descriptor (os error 9)\n\
     Other: Bad file descriptor (os error 9)\n\
     InvalidInput: Invalid argument (os error 22)\n",
    {
        tell(OpenOptions::new().open("file").await);
        tell(OpenOptions::new().read(true).create(true).open("file").await);
        tell(OpenOptions::new().append(true).truncate(true).open("file").await);
        let mut file = File::create("file").await?;
        tell(file.read(&mut [0; 4]).await);
        tell(File::open("file").await?.write(b"text").await);
        tell(file.seek(SeekFrom::Current(-1)).await);
    }
);

both!(what_is_no_text_is_not_read_as_text, "InvalidData: stream did not contain valid UTF-8\n", {
    fs::write("bytes", [0xff, 0xfe]).await?;
    tell(fs::read_to_string("bytes").await);
});

both!(
    a_name_that_cannot_be_is_refused,
    "InvalidInput: file name is not allowed here\nNotFound: No such file or directory (os error 2)\n",
    {
        tell(fs::write("a\0b", "").await);
        tell(fs::read("").await);
    }
);

// A petabyte is more than any browser lends.
both!(
    what_does_not_fit_is_storage_full_and_the_file_stays_as_it_was,
    "StorageFull: No space left on device (os error 28)\nhello\n",
    {
        let file = OpenOptions::new().write(true).create(true).open("file").await?;
        fs::write("file", "hello").await?;
        tell(file.set_len(1 << 50).await);
        println!("{}", fs::read_to_string("file").await?);
    }
);

both!(a_write_that_is_dropped_is_done_all_the_same, "whole\n", {
    // The first poll has begun it.
    select! {
        biased;
        _ = fs::write("file", "whole") => unreachable!("it takes a turn"),
        () = std::future::ready(()) => {}
    }
    while fs::read("file").await.map(|it| it.len()).unwrap_or(0) < 5 {}
    println!("{}", fs::read_to_string("file").await?);
});

#[cfg(not(target_family = "wasm"))]
mod quota {
    use super::tell;
    use meanwhile_runtime::{RunConfig, Storage, fs, println};

    fn small() -> RunConfig {
        RunConfig { storage: Storage { quota_bytes: 100 }, ..RunConfig::default() }
    }

    both!(
        room_that_is_given_back_can_be_used_again with small(),
        "StorageFull: No space left on device (os error 28)\n40 60\n",
        {
            fs::write("a", [0; 60]).await?;
            tell(fs::write("b", [0; 60]).await);
            // As with a disk, the file was made before it turned out that there is no room.
            assert!(fs::read("b").await?.is_empty());
            fs::write("a", [0; 40]).await?;
            fs::write("b", [0; 60]).await?;
            println!("{} {}", fs::read("a").await?.len(), fs::read("b").await?.len());
            fs::remove_file("a").await?;
            fs::write("c", [0; 40]).await?;
        }
    );
}
