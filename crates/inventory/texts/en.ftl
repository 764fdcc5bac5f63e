# Devices: computers, phones, printers and what else people and workplaces hold.

inventory-devices = Devices
inventory-device = Device
inventory-file = devices.csv
inventory-find = Number, serial number, model or name
inventory-count =
    { $count ->
        [one] { $count } device
       *[other] { $count } devices
    }
inventory-about = About the device
inventory-device-new = Add a device
inventory-device-edit = Edit the device
inventory-number = Number
inventory-number-hint = As on the label, such as LJU-20417.
inventory-kind = Kind
inventory-any-kind = All kinds
inventory-model = Model
inventory-serial = Serial number
inventory-place = Place
inventory-place-hint = Building and room, such as Bergeskolan, B203.
inventory-place-after = Where the device is then.
inventory-unit = Answers for it
inventory-notes = Notes
inventory-notes-hint = Write nothing about a person here.
inventory-holder = Holder
inventory-nobody = No one
inventory-somebody = A person
inventory-protected = A person with a protected identity
inventory-state = Status
inventory-any-state = All
inventory-state-in-use = In use
inventory-state-in-stock = In stock
inventory-state-repair = In repair
inventory-state-lost = Lost
inventory-state-retired = Retired

inventory-hand-over = Hand over
inventory-hand-on = Change holder
inventory-to-person = To a person
inventory-to-person-hint = Name or e-mail
inventory-to-unit = Or to a workplace
inventory-to-no-unit = None
inventory-take-back = Take back
inventory-becomes = What happens to the device?
inventory-last-held = Last day with the holder
inventory-said-handed-over = Handed over.
inventory-said-taken-back = Back.

inventory-history = History
inventory-held-by = Holder:
inventory-taken-back = Was taken back
inventory-added = Was added to the register
inventory-state-changed = Status: { $was } → { $became }
inventory-place-changed = Place: { $was } → { $became }
inventory-nowhere = none

inventory-hit = Device

refusal-inventory-number-taken = The number already belongs to another device. Find it in the list.
refusal-inventory-kind-or-unit-unknown = Choose a kind and a unit that exist.
refusal-inventory-device-retired = The device is retired. Change its status first.
refusal-inventory-day-ahead = Choose today or a day that has been.
refusal-inventory-day-before-holder = Whoever holds the device got it on { $day }. Choose that day or a later one.
refusal-inventory-holder-unknown = Choose a person or a workplace.
refusal-inventory-taken-back-in-use = Choose what happens to the device: stock, repair, lost or retired.
refusal-inventory-held-by-nobody = No one holds the device. Change its status instead.
refusal-inventory-state-unknown = Give the status as in_use, in_stock, repair, lost or retired.
