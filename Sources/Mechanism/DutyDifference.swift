import Seeds
import Values

/// One field in which two versions of a leaf differ.
package struct DutyDifference: Sendable, Hashable, Encodable {
  package let field: Text
  package let before: Text
  package let after: Text
}

/// What changed from one version to another, in the order of the form; the day of beginning does not count.
package func differences(from old: Duty, to new: Duty) -> [DutyDifference] {
  zip(fields(of: old), fields(of: new)).compactMap { old, new in
    old.value == new.value ? nil : DutyDifference(field: old.name, before: old.value, after: new.value)
  }
}

/// The difference from the leaf as shipped; nil for a leaf that the town added.
package func differencesFromShipped(_ duty: Duty) -> [DutyDifference]? {
  Catalogue.shippedDuty(duty.code).map { differences(from: $0, to: duty) }
}

/// The fields of a leaf in words.
func fields(of duty: Duty) -> [(name: Text, value: Text)] {
  [
    (DutyStrings.name, duty.name),
    (DutyStrings.matterClass, duty.matterClass.name),
    (DutyStrings.lead, bodyName(duty.lead)),
    (DutyStrings.coHandlers, duty.coHandlers.isEmpty ? DutyStrings.none : bodyNames(duty.coHandlers)),
    (DutyStrings.path, duty.path.name),
    (DutyStrings.days, DutyStrings.workingDays(duty.days)),
    (DutyStrings.keywords, DutyStrings.list(duty.keywords)),
    (DutyStrings.example, Text(same: duty.example)),
    (DutyStrings.basis, duty.basis ?? DutyStrings.none),
    (DutyStrings.basisMark, duty.basisMark?.name ?? DutyStrings.none),
    (DutyStrings.use, duty.retired ? DutyStrings.retired : DutyStrings.inUse),
  ]
}
