// agent/toast
