// agent/presence
