// agent/dialogs
