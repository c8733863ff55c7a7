import Values

/// What a route needs and a role gives.
package enum Capability: String, Sendable, Codable, CaseIterable {
  case readMatters = "read_matters"
  /// The words of concerns, without contact data.
  case readConcerns = "read_concerns"
  case enterConcern = "enter_concern"
  case readOwnEntries = "read_own_entries"
  case triage
  case refuseConcern = "refuse_concern"
  case decideAppeal = "decide_appeal"
  case decideSecondAppeal = "decide_second_appeal"
  case mergeMatters = "merge_matters"
  case manageFamilies = "manage_families"
  case reclassify
  case recordProgress = "record_progress"
  case closeMatter = "close_matter"
  /// Make a matter public by its public title.
  case releaseMatter = "release_matter"
  /// Contact data, as far as `ContactReader` shows it.
  case readContacts = "read_contacts"
  case callReporters = "call_reporters"
  case readRegister = "read_register"
  case exportRegister = "export_register"
  /// The full list of reporters beside a register.
  case readAnnex = "read_annex"
  case importFile = "import_file"
  case readSealed = "read_sealed"
  case acknowledgeAlarm = "acknowledge_alarm"
  case readTownDuty = "read_town_duty"
  case seeTown = "see_town"
  case readCatalogue = "read_catalogue"
  case editCatalogue = "edit_catalogue"
  case nameKeeper = "name_keeper"
  /// Poster, landmarks and map of a village.
  case editVillage = "edit_village"
  case managePlaces = "manage_places"
  case manageAccounts = "manage_accounts"
  /// Which roles wait for a second person, and who holds them.
  case readGuardedRoles = "read_guarded_roles"
  /// Confirm a role that an administrator proposed.
  case confirmRole = "confirm_role"
  case manageKeepingRules = "manage_keeping_rules"
  case manageTemplates = "manage_templates"
  /// Transports of notices, their deliveries and test messages.
  case manageNotices = "manage_notices"
  /// Mark a matter as key (重点), with the reason, and take the mark back.
  case markKeyMatter = "mark_key_matter"
  case readEvents = "read_events"
  /// How often suggestions were right.
  case readAccuracy = "read_accuracy"
  /// Turn a village's suggestions on or off.
  case switchSuggestions = "switch_suggestions"
  /// Hand matters to offices, pass orders between levels, take them back.
  case handOver = "hand_over"
  /// Accept an order or send it back.
  case acceptOrder = "accept_order"
  /// Ask the reporter, call in others, ask for an extension, answer and close an order.
  case answerOrder = "answer_order"
  /// Of an office or centre: extensions and freezing.
  case approveExtension = "approve_extension"
  case urgeOrder = "urge_order"
  /// Ask an office for a written answer.
  case superviseOrder = "supervise_order"
  /// Decide disputes and re-assign.
  case reassignOrder = "reassign_order"
  /// Offices, their heads, members, hours and duties.
  case manageOffices = "manage_offices"
}
