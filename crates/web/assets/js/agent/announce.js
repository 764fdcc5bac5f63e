// agent/announce
