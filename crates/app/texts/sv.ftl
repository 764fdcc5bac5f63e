# Det som bara hela produkten säger.

refusal-app-demo-past = Demons förflutna skrivs fortfarande: { $done } av { $of } hundradelar är klara. Listor fylls på tills vidare.
