// agent/morph
