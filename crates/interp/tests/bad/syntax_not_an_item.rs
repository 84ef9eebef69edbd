// rejected 2:
hello world
