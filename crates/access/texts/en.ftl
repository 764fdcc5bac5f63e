# Accounts, roles, passwords, sign-in, tokens and the log.

refusal-access-login-invalid = Enter an email address, such as name@council.example.
refusal-access-login-taken = This address has an account already. Find it in the list.
refusal-access-label-invalid = Enter a name of at most { $max } characters.
refusal-access-account-unknown = There is no such account. Find it in the list.
refusal-access-last-administrator = This is the only administrator. Give somebody else the role first.
refusal-access-disable-self = You cannot close your own account. Ask another administrator.
refusal-access-token-name-invalid = Give the token a name of at most { $max } characters.
refusal-access-token-days-invalid = A token can last 1 to { $max } days.
refusal-access-token-role-not-held = This person does not have that role. Give them the role first, or choose one they have.
