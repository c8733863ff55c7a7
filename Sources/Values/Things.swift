// What an `ID` may point at: names only. The rows themselves live in the slices.

/// A county, town, village (or urban community) or group (地方).
package enum Place {}
/// A login (账号).
package enum Account {}
/// A role of an account at a place (任职).
package enum Membership {}
/// A reporter: a resident or whoever said something (反映人).
package enum Person {}
/// What somebody said once (诉求).
package enum Concern {}
/// The one thing to be dealt with (事项).
package enum Matter {}
/// A photo or document stored by its content.
package enum StoredFile {}
