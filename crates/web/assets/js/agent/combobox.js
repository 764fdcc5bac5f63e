// agent/combobox
