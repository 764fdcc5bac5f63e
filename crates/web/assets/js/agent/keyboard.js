// agent/keyboard
