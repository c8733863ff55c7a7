import Governance
import Store
import Values
import Web

let mattersEntities = [
  concernEntity, photoEntity, alarmEntity, appealEntity, additionEntity, matterEntity, matterConcernEntity,
  decisionEntity, suggestionEntity, suggestionSwitchEntity,
  progressEntity, mergingEntity, familyEntity, Entity("matter_join"), Entity("landmark"), keyMatterEntity,
  groupingEntity,
]

/// What must hold over all concerns and matters (G1): each statement gives the rows that break it. Counters are held
/// against what they count both ways, so that one that is gone is missed: what is counted and what is there, the latter
/// as less than nothing, come to nought.
let mattersInvariants = [
  Invariant(
    "a triaged concern leads to a matter",
    """
    SELECT c.id FROM concern c WHERE c.state = 'triaged'
      AND NOT EXISTS (SELECT 1 FROM matter_concern mc WHERE mc.town = c.town AND mc.concern = c.id)
    """),
  Invariant(
    "a concern not taken up has a reason",
    "SELECT id FROM concern WHERE state IN ('notTakenUp', 'appealed') AND refusal IS NULL"),
  Invariant(
    "a matter stands in exactly one list",
    "SELECT id FROM matter WHERE class NOT IN ('government', 'community', 'private')"),
  Invariant(
    "a matter has a concern",
    """
    SELECT m.id FROM matter m
    WHERE NOT EXISTS (SELECT 1 FROM matter_concern mc WHERE mc.town = m.town AND mc.matter = m.id)
    """),
  Invariant(
    "a merged matter points at a root, and a root at itself",
    """
    SELECT m.id FROM matter m JOIN matter r ON r.id = m.root
    WHERE (m.merged_into IS NULL AND m.root <> m.id) OR (m.merged_into IS NOT NULL AND r.merged_into IS NOT NULL)
    """),
  Invariant(
    "a sealed concern is linked to no matter",
    "SELECT c.id FROM concern c JOIN matter_concern mc ON mc.concern = c.id WHERE c.sealed = 1"),
  Invariant(
    "a key matter has a reason, also when the mark was taken back",
    "SELECT id FROM key_matter WHERE reason = '' OR (ended_at IS NOT NULL AND end_reason = '')"),
  Invariant(
    "the counters of matters are true",
    """
    SELECT village AS id FROM (
      SELECT town, village, name, n FROM counter WHERE name LIKE 'matter.%' UNION ALL
      SELECT town, village, 'matter.' || class || '.' || state AS name, -COUNT(*) AS n FROM matter
      WHERE merged_into IS NULL GROUP BY town, village, class, state
    ) AS both_ways GROUP BY town, village, name HAVING SUM(n) <> 0
    """),
  Invariant(
    "the counters of concerns are true",
    """
    SELECT village AS id FROM (
      SELECT town, village, name, n FROM counter WHERE name LIKE 'concern.%' UNION ALL
      SELECT town, village, 'concern.' || state AS name, -COUNT(*) AS n FROM concern
      WHERE sealed = 0 GROUP BY town, village, state
    ) AS both_ways GROUP BY town, village, name HAVING SUM(n) <> 0
    """),
]
