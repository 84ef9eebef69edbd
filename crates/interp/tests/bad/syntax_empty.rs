// rejected 1: `main` function not found
