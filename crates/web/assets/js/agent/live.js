// agent/live
