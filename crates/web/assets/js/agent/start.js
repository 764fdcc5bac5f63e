// agent/start
