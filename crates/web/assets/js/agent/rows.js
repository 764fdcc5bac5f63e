// agent/rows
