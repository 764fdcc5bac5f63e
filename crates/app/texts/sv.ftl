# Det som bara hela produkten säger.

refusal-app-demo-past = Demons förflutna skrivs fortfarande, { $done } procent är klart. Listor fylls på under tiden.
