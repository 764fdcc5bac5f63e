// agent/palette
