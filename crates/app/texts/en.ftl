# What only the whole product says.

refusal-app-demo-past = The demo's past is still being written, { $done } per cent is done. Lists are filled meanwhile.
