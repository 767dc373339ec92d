package galley.screen.common;

import galley.publish.SourceDesk;
import galley.signoff.AuditLog;
import galley.signoff.StoryFile;
import galley.story.EvidenceChecks;
import java.util.List;
import java.util.function.Function;

/// What is on record around a story besides its own file: what its sources did since, and every act.
///
/// @param checkNow looks at the evidence of a story again and keeps what was found; slow
public record Watched(SourceDesk sources, AuditLog audit, Function<StoryFile, List<EvidenceChecks.Look>> checkNow) {}
