#pragma once

#include <initializer_list>
#include <map>
#include <string>

#include "json/place.h"
#include "json/problem_list.h"
#include "reading/fields.h"
#include "venue/session.h"

namespace kiosk {

// What an event of a schedule.json of any version says beside its time and room.
class ScheduleJsonDetails {
 public:
  ScheduleJsonDetails(ProblemList& problems, Fields& fields) : problems_(problems), fields_(fields) {}

  // Where tracks and persons are listed apart, and events name them by their slug or guid. Before any event is read.
  void read_tracks(const Place& conference);
  void read_persons(const Place& wrapper);

  // The first of the keys that has an id; without one, what stays from poll to poll as long as the session is the same
  // one to its audience.
  std::string id_of(const Place& event, const Session& session, std::initializer_list<const char*> keys);

  // By its number in the export, and by the code in its page's address.
  void note_other_ids(const Place& event, const std::string& id);
  std::map<std::string, std::string> take_other_ids() { return std::move(other_ids_); }

  // What kind it is, whether it is cancelled, who speaks in which language. Expects its title, start and end.
  void read(const Place& event, Session& session);

 private:
  void read_track(const Place& event, Session& session);
  void read_speaker(const Place& person, std::vector<Speaker>& speakers);
  LocalText name_of(const Place& person);

  ProblemList& problems_;
  Fields& fields_;
  // Sorted, not hashed: whoever writes ids could make all hashes alike.
  std::map<std::string, LocalText> tracks_;  // by guid and slug
  std::map<std::string, Speaker> persons_;   // by guid
  std::map<std::string, std::string> other_ids_;
};

}  // namespace kiosk
