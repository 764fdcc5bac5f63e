// agent/marks
