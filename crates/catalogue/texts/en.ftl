# Services: what IT promises to deliver.

catalogue-services = Services
catalogue-service = Service
catalogue-file = services.csv
catalogue-find = Name
catalogue-about = About the service
catalogue-service-new = Add a service
catalogue-service-edit = Edit the service
catalogue-owner = Group in charge
catalogue-status = Status
catalogue-audience = For
catalogue-any-audience = All services
catalogue-audience-all = Everybody
catalogue-audience-school = Schools
catalogue-audience-care = Care
catalogue-audience-office = Offices
catalogue-words = Words that point here
catalogue-words-about = When somebody writes one of the words, the service is suggested.
catalogue-words-hint = One beginning of a Swedish word on each line, such as trådlös.
catalogue-active = The service is in use
catalogue-active-hint = When unticked, the service can no longer be chosen. Tickets about it remain.
catalogue-hit = Service

refusal-catalogue-owner-missing = Choose a group that is in charge of the service.
refusal-catalogue-words-too-many = Write at most { $max } words.
