// portal/forms
