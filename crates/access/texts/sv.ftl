# Konton, roller, lösenord, inloggning, nycklar och logg.

refusal-access-login-invalid = Skriv en e-postadress, som namn@kommunen.example.
refusal-access-login-taken = Adressen har redan ett konto. Sök upp det i listan.
refusal-access-label-invalid = Skriv ett namn med högst { $max } tecken.
refusal-access-account-unknown = Kontot finns inte. Sök upp det i listan.
refusal-access-last-administrator = Kontot är den enda administratören. Ge någon annan rollen först.
refusal-access-disable-self = Du kan inte stänga ditt eget konto. Be en annan administratör.
refusal-access-token-name-invalid = Ge nyckeln ett namn med högst { $max } tecken.
refusal-access-token-days-invalid = Nyckeln kan gälla 1 till { $max } dagar.
refusal-access-token-role-not-held = Personen har inte den rollen. Ge rollen först, eller välj en som personen har.
