// agent/dom
