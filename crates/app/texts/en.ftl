# What only the whole product says.

refusal-app-demo-past = The demo's past is still being written: { $done } of { $of } hundredths are done. Lists are filled meanwhile.
