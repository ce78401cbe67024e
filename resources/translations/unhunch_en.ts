<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
 <context>
  <name>AboutCard</name>
  <message>
   <source>About it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose at least one part of the body.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Give it a name, so that you find it again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What it is good for</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What it stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to be careful with</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Write what to be careful with, if only “Stop at any pain.”</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Amiss</name>
  <message numerus="yes">
   <source>And %n more; “unhunch stretches list” names them all.</source>
   <translation>
    <numerusform>And %n more; “unhunch stretches list” names them all.</numerusform>
    <numerusform>And %n more; “unhunch stretches list” names them all.</numerusform>
   </translation>
  </message>
 </context>
 <context>
  <name>Answers</name>
  <message>
   <source>Better</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It feels: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The same</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Worse</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Archives</name>
  <message>
   <source>It cannot be read: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It has lines that are too long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is a link or device, not a file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is damaged.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is encrypted.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is not called like a stretch or picture.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is not text in UTF-8.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is not valid TOML.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is packed in a way that Unhunch does not read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is too large.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Its path leads out of the archive.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More was refused than can be listed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Several stretches, pictures and routines need a file that ends in .zip.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The archive unpacks to too much.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is another of this name in the archive.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it holds too many files</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is damaged</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is no file</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is no zip archive</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is too large</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>only .toml and .zip files can be</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be read: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be used: {why}.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ArrivalsPage</name>
  <message>
   <source>Done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Here now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New stretches are switched off until you switch them on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Not taken</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Replace mine by these</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There was nothing in it that could be taken in.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Asking</name>
  <message>
   <source>Badly timed: wait longer for a pause in my work</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breaks are still paused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Do the breaks suit you?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is fine as it is</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Resume</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stay paused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>That could not be changed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The last three were skipped. That is all right. Would a change help?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Too long: one stretch less</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Too often: make it every %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch asks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>You asked for no breaks some hours ago.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Beginning</name>
  <message>
   <source>Begin with the figure of</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose a stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Words are enough. You can also choose a picture, or begin with the figure of a stretch:</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Body</name>
  <message>
   <source>Chest</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hips</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lower back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Neck</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shoulders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sides of the trunk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Upper back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a sore or injured lower back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a sore or injured neck</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a sore or injured shoulder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>glaucoma or high blood pressure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>osteoporosis</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>pregnancy</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>sore knees</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>sore wrists</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>BreakControls</name>
  <message>
   <source>Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Different</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>End break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Repeat</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snooze</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Space</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>hold Esc</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>BreakNotes</name>
  <message>
   <source>When to see a doctor</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>BreakWindow</name>
  <message>
   <source>Unhunch: break</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Calm</name>
  <message>
   <source>Look at something far away.
Let your eyes go soft, and blink slowly.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take a moment for yourself.
Stand up if you like, and breathe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>minutes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>seconds</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Card</name>
  <message>
   <source>First: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Just one stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Skip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snooze %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Starts in %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Starts when you pause typing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch: a break is coming</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CardPainter</name>
  <message>
   <source>Gentler form</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Yours</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>CardView</name>
  <message>
   <source>Enter opens one, Space switches it on or off, Alt with the arrows moves it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Collection</name>
  <message>
   <source>A stretch “{id}” comes with Unhunch; give yours another name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Another stretch has a picture “{name}” already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It could not be written: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>It is no routine.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture “{name}” of “{id}” is not there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no routine “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no stretch “{id}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Too many before it could not be used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>You have another routine “{name}” already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>You have another stretch “{id}” already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{id}” comes with Unhunch: it cannot be deleted, only switched off.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Coming</name>
  <message>
   <source>Next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next: %1</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Cover</name>
  <message>
   <source>Unhunch: this screen rests during the break</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DayStrip</name>
  <message numerus="yes">
   <source>%n break(s), %1 together.</source>
   <translation>
    <numerusform>%n break, %1 together.</numerusform>
    <numerusform>%n breaks, %1 together.</numerusform>
   </translation>
  </message>
  <message>
   <source>A typical day with these settings:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Preview of a day with these settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your last working day with these settings:</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>no break.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DetailPage</name>
  <message>
   <source>%1 in your breaks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1, gentler</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breaks may show this stretch.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy this stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Do it now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Edit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How often “varied” breaks bring it, beside the others.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In your breaks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Less</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More of this</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Much more</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show it</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Step by step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switched on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Then the same on the other side.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Usual</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DoctorPage</name>
  <message>
   <source>A dull ache or stiffness after long hours in one position</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A hand that grows weak or clumsy, or an unsteady walk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A stiff neck with fever, or the worst headache you have ever had</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>An aching upper back is common. It mostly settles by itself, with rest and gentle movement, and there is rarely anything serious behind it. These signs are the exceptions.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back pain together with fever</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bladder or bowel suddenly out of control, or numbness between the legs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Call for emergency help now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chest pain, trouble breathing, or pain that runs into an arm or the jaw</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Losing weight without meaning to</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Make an appointment</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New pain with osteoporosis, after a cancer, or on long-term steroids</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No better after three to four weeks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Numbness or tingling for more than a few days</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pain after an accident or a fall</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pain that stays all night, whichever way you lie</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>See a doctor the same day</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Severe pain, or anything about it that worries you</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sore muscles for a day or two after something unusual</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Still there after six weeks, or getting worse</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This page is general information, not medical advice, and it cannot know you. If you are worried, asking somebody who can examine you is always right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tightness that lets go when you move, stretch or get warm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Usually harmless</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Weakness in both legs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>When to see a doctor</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>DoseCard</name>
  <message>
   <source>%1 in all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to default</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>s</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Durations</name>
  <message>
   <source>%1 h</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 min</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 s</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>EditorPage</name>
  <message>
   <source>A stretch of your own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Edit your stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Leave without saving</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Save</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Say what to do first.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>ErrorDialog</name>
  <message>
   <source>Also written to %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copied</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy details</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Details of the error</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Something went wrong</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch met an error that it did not expect. It goes on running, and nothing you set is lost. If it happens again, the details below help to find out why.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch: something went wrong</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>EvidencePage</name>
  <message>
   <source>A minute of notice lets you finish your sentence.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A review of six small trials found no sure effect of breaks on pain in healthy workers. (Cochrane, 2019)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A stretch of 10 to 30 seconds, two to four times, to a mild pull and never to pain, is the usual dose: about a minute for each exercise. (American College of Sports Medicine)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>About three minutes, three stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every 45 minutes at the desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Five minutes away from the desk count as a break.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For discomfort, a pause every 20 minutes did better than one every 40. (McLean and others, 2001)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More than about four minutes in one session adds little. (Ingram and others, 2024)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Moving in the break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nobody has found the one right interval. If yours is another one, it is not wrong.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Over six months, 17 in 100 office workers with active breaks had new neck pain, against 44 in 100 without. (Waongenngarm and others, 2021; 193 people)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>People liked breaks of three minutes better than breaks of half a minute. (Henning and others, 1997)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Regular breaks and movement can ease discomfort. Unhunch is no treatment, and nothing here is medical advice.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Short breaks often are better than long ones seldom: 5 to 10 minutes after 50 to 60 at the screen do more than 15 every two hours, and a break helps most before you are tired. (Health and Safety Executive, L26)</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snooze gives five minutes, at most twice; then a short version.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The defaults are a fair reading of what has been studied. None of it is exact, so change them until they suit you: the break that you really take is the best one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The other defaults</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is not known</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Why these numbers?</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Exchange</name>
  <message>
   <source>Export</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export my own stretches…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export what is switched on…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Written to %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>You have no stretches of your own yet.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>FigureStage</name>
  <message>
   <source>Let the figure move</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Play</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture of the stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The stretch, shown by a moving figure</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Finish</name>
  <message>
   <source>%1 of stretching.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to work</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Esc</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How does it feel now?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Thank you.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Welcome back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Well done</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>GridPage</name>
  <message>
   <source>%1 of %2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Anywhere</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Area</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Clear the search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>My own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Needs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Needs nothing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing here fits</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search the stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show all stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switched off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switched on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try fewer words or another area, or make a stretch of your own.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole body</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>With anything</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>HoldNotice</name>
  <message>
   <source>Keep holding Esc to end the break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>You can let go of Esc now</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Home</name>
  <message>
   <source>Due</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Resume</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Skip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snooze</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretch now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Until I resume</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Until tomorrow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>When to see a doctor</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>HoursEditor</name>
  <message>
   <source>Working hours</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>day off</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Levers</name>
  <message>
   <source>Bend forward</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bend the elbow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bend the foot</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bend the knee</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bend the wrist</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Both arms</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Both legs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Forward</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Head</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hips</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lean to the right</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left arm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left leg</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lower back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Neck</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Out to the side</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Outward</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Raise</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Right arm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Right leg</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shoulders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sit back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>To the left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn in and out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn to the right</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Upper back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whole body</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Library</name>
  <message>
   <source>Block</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chair</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mat</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On the floor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Roller</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sitting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wall</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>LibraryWindow</name>
  <message>
   <source>Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Copy this stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Do it now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Edit</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep at least one stretch; to have none, switch stretch breaks off.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left without saving.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>My %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Routines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saved. It is switched off.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saved. Your breaks may show it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switch off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Switch on</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“%1” is gone.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“%1” was deleted.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>NameList</name>
  <message>
   <source>Add</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add the program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name of a program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name of a program, for example zoom</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Remove</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Remove %1</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Notes</name>
  <message>
   <source>Close</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Please note</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch: please note</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Notice</name>
  <message>
   <source>Undo</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Number</name>
  <message>
   <source>Less: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More: %1</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>OftenCard</name>
  <message>
   <source>%1 in all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>First the right as written, then the same on the left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How often</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On both sides</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Repeats</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Page</name>
  <message>
   <source>Close</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>People</name>
  <message>
   <source>Amara</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Elena</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Kenji</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Maya</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Noor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ruth</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Samuel</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tom</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>PictureCard</name>
  <message>
   <source>%1 cannot be read.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A picture of your own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose a picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Choose a picture…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>PNG, JPEG, SVG, or a moving GIF or WebP. A picture is shown in place of the figure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Picture</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pictures</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take it away</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Pictures</name>
  <message>
   <source>The picture {name} is larger than {limit} MB.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture {name} is not shown: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture {name} is not what its name says, or is broken.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The picture {name} is too large: {width} x {height} pixels.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it asks for a style sheet or program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it defines entities</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it has too many parts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it holds a part “{part}”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it holds a program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it is no SVG</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>it refers to something outside of itself</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>its dashes are too short</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>its parts refer to themselves</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>its style sheet refers to something</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>PoseCard</name>
  <message>
   <source>Adjust the figure</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Part of the body</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>That is as far as a body goes.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Problems</name>
  <message>
   <source>A rhythm cannot be called “{name}”: use up to 40 letters, and no dot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A routine cannot be called “{name}”: use up to 40 letters, no dot, and not the word “varied”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In {path} only the first {most} stretch files are read; {left} more are left out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In {path}: {problem}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The command line cannot reach Unhunch at {address}: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The desk time starts anew: what was saved is damaged and is kept as {beside}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The desk time starts anew: what was saved is of a newer version and is kept as {beside}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder {path} cannot be used ({why}), so a second start goes unnoticed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The folder {path} cannot be used: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The history in {path} cannot be written ({why}); what happens waits in memory until it can.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The history is from a newer version and is kept as {beside}; a new one is begun.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The history was damaged: {count} events could be saved; the old file is kept as {beside}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The log cannot be written to {path}: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The screen “{display}” does not answer; check DISPLAY.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The settings could not be saved in {path}: {why}. They are as they were.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The settings file {path} is not valid TOML: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The settings in {path} cannot be read: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The stretch file {path} is left out: it is larger than {size} kB.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The stretch file {path} is left out: it is no file.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The stretch file {path} is left out: it is not text in UTF-8.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The stretch file {path} is left out: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no rhythm “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no routine “{name}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set); start Unhunch in your desktop session.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is no setting “{key}”.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch crashed last time; its log has the details.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where you were cannot be read from {path} ({why}), so the desk time starts anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where you were is lost, so the desk time starts anew.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a list of hours such as ["09:00-12:30", "13:30-18:00"]</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a list of names such as ["one", "two"]</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a list of some of {choices}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a number from {low} to {high} {unit}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a text</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a time of day such as "05:00"</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>a whole number from {low} to {high} {unit}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>one of {choices}</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>true or false</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be changed safely as it is laid out; please change it by hand ({why}).</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be read: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} cannot be written: {why}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is larger than {size} MB; nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{path} is not valid TOML: {why}. Nothing was changed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{refusal} It is left out for now.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{refusal} The default, {default}, is used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{why} It could not be moved out of the way ({error}); the defaults are used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{why} It is kept as {beside}, and the defaults are used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“rhythm.{name}” needs `stretches` or `length_s`.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“rhythm.{name}” says neither `stretches` nor `length_s`: it is a plain pause of {length_s} s.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“schema” is {schema}, but this version of Unhunch knows {known}: what it knows is used.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{key}” cannot be {value}: it must be {expected}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{key}” is not a setting and is left as it is.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{key}” is not a setting and is left as it is; did you mean “{close}”?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“{key}” must be a table, not {value}; it is left as it is.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Progress</name>
  <message>
   <source>Progress of the break</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Routines</name>
  <message>
   <source>After lunch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out: there is no such stretch any more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On the mat</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“%1” has %2: it shows as many as fit, and the next one goes on from there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“%1” shows %2 of them at a time; the next one goes on from there.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“%1” takes %2, and “%3” has only %4: there it is passed over.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>RoutinesPage</name>
  <message>
   <source>%1 in all</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 stretches, %2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add a stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add from the library</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Alt with the arrows moves one, Delete takes it out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to default</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Delete</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Earlier</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How much of “%1” in this routine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Later</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>My routine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>New routine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing in it yet: add stretches from the library.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Routines</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches of the routine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Take out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The routine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Title</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Varied</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What breaks show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your stretches in order</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Settings</name>
  <message>
   <source>A break opens once the keyboard and mouse have been still this long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A break that is due waits no longer than this for a pause in typing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A full rest takes</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A held break comes once the reason has been gone this long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A new day starts at</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A plain pause of this length, or the time its stretches must fit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A small card counts down this long before the break is due.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A snoozed break comes back after this long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A soft chime when a break starts and ends.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>After so many snoozes a shorter version is offered instead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Away after</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Be careful with</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Being away this long counts as a break.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Being away this long counts as this break.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Break window</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breaks show them in this order, going on where the last one stopped.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Covers every other screen during a break.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Desk time between breaks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dim the other screens</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fills the screen, or sits in the middle of it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Friday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold breaks in a meeting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold breaks in do-not-disturb</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold breaks in full screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hold breaks in these programs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Holding Esc for two seconds always ends an open break.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How fast the movements between the holds are; 1 is the usual.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How long the stretch is held each time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How many of your stretches one break shows.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How often it is done, on each side where there are two.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How often “varied” brings this stretch, beside the others.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>I can stand up for a stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>I have room on the floor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>I stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In a meeting or film, silence counts as desk time for at most this long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In their order; one may come more than once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Join breaks that are close</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Length of the break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light, dark, high contrast, or as your desktop has it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Listening or watching counts</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Monday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More of this</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Movement</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No skipping</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing is shown this soon after the screen was locked or asleep.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Notice before a break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Off: only what can be done without standing up is shown.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Off: the welcome pages come at the next start.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Offers the stretches on a mat as well.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>On</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Only in working hours</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Outside these hours no break comes.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Person</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ranges such as 09:00-12:30; 22:00-02:00 runs into the next day.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reduced movement fades from pose to pose.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Repeats</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Saturday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settle after returning</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shows the form for standing or sitting where there are both.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Silence longer than this counts as being away from the desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snooze for</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snoozes per break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sound</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Speed</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start at login</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches in a break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches of the routine</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sunday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Theme</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Thursday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Time really spent at the desk until this break is due.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Title</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Tuesday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Two breaks that fall due this close together become one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch starts with your desktop session.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unsuitable stretches are left out, or shown in a gentler form if there is one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wait after a meeting or full screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wait at most</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wait for a pause in typing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wednesday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Welcome seen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What the routine is called; empty: its name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where it is sore</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Whether this break comes at all.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>While a film, game or talk fills the screen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>While one of them is in front.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>While the camera or microphone is in use.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>While your desktop's do-not-disturb is on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Who shows you the stretches.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your stretches in their order, “varied”, or one of your routines by its name.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“Pause until tomorrow” ends at this time.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“Varied” favours stretches for these areas.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>SettingsPages</name>
  <message>
   <source>A meal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A minute on your feet every half hour.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A name has up to 40 letters, and no dot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>About</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All windows</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Appearance</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Away from the desk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to defaults</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Before a break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breaks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Everyday</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Everything as Unhunch ships. It can be undone at once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For example 9-12:30, 13:30-18. Empty is a day off.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From such a file. It can be undone at once.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Good to know</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Half an hour to eat after four hours at the desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>History</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hours</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In a break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Into a file, to keep or for another computer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Its name</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Log</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>More breaks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Name of the new break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One of your own</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Programs</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Putting a break off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quiet times</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Remove</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Remove this break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Signs that stretching is not the answer.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sound and start</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stand up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretch breaks</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretch library</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The program</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The three pages of the first start.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>There is a break called “%1” already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Timing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Two minutes every hour to begin with; change it as you like.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch cannot see meetings, full screen or do-not-disturb on this system yet. What you choose here is kept for when it can; until then, pause it from the tray.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Welcome again</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What is behind the defaults, and what nobody knows.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>When to see a doctor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where you stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Which ones come, how much of each, and routines.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Why these numbers?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your body</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your hours</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your own stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your stretches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>meal</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>stand</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>“%1” is removed.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>SettingsValues</name>
  <message>
   <source>A break shows stretches or lasts a set time; one of the two is needed.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A time of day is written like 5:00.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>As the desktop</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to the usual</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to the usual: %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Dark</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Fills the screen</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From %1 to %2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Full</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>High contrast</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hours are written like 9-12:30, 13:30-18; an empty line is a day off.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In the middle</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Light</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reduced</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sitting</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standing</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This can be from %1 to %2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This cannot be used here.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Usually %3; from %1 to %2.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Varied</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your stretches in their order</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>as usual</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>on</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>SettingsWindow</name>
  <message>
   <source>Clear the search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Everything is as Unhunch ships already.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Everything is as Unhunch ships.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Export settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Import settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing here is called “%1”</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pages</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Perhaps it goes by another word.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Search the settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Show all settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch settings</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your settings are in %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your settings are now those of %1.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Shelf</name>
  <message>
   <source>switched off</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>switched on, number %1 in your order</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Stage</name>
  <message>
   <source>%1 left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breathe in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breathe out</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Move slowly</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paused</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretch %1 of %2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your left</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Your right</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>StepList</name>
  <message>
   <source>%1 on each side</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1 times</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1, to one side and the other</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Add a step</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Once</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Steps</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>StepRow</name>
  <message>
   <source>%1: move down</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: move up</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: seconds to get there</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: seconds to stay</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: take away</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>%1: what to do</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Step %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>What to do</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>get there in</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>s</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>stay for</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Stretches</name>
  <message>
   <source>A forearm on the wall and a turn away open chest, shoulder and upper back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A long arch to the side opens the ribs, the shoulders and the upper back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>And slowly lift your head.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>And turn to your left once more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>And turn to your right once more.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Arms beside the thighs let the shoulder blades drift apart and the upper back widen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to a flat back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to sitting tall.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to the middle, chin low.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back to the middle.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Bring your arms forward again.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cat-cow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cat: press down, round your back up, let your head hang.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cat: round your back up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cat: round your back, let your chin sink.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cat: round your back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Child's pose</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Child's pose, arms back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Child's pose, threaded arm</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chin low, roll across to your left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chin low, roll across to your right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Chin low, roll your right ear over your right shoulder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Come back up, arms long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cow: belly forward, ease chest and chin up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cow: chest and chin up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cow: let your belly sink, chin up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Cow: let your belly sink, ease chest and chin up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draw your left knee toward your chest with both hands.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Draw your right knee toward your chest with both hands.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ease back until the block carries your upper back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ease back until the roller carries your upper back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ease back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Ease up a little, hands carry your head.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Easing back over a roller opens the upper back and the chest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Folding down to the floor lets back, hips and shoulders go long and soft.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>From all fours, bring your big toes together.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hands back behind your head.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hands carry your head: come back up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hands lower your head on to the mat.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hands under your shoulders, knees under your hips.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hug your knees to your chest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Hugging the knees lets the lower back and the hips go long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>If it feels good, let your arms go long overhead.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep rolling backward, slow and round.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep rolling forward, slow and round.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep the arch small and the chin tucked. Skip this after a fracture of the spine.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep the circles small and slow. Skip this after a recent fracture or repair of the shoulder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Keep your hand no higher than the shoulder if it is sore. Skip this after a dislocated shoulder.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Knee to chest</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Knee trouble or late pregnancy: widen your knees, or skip it. Your head is low: skip it with glaucoma, take care with high blood pressure.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Knees to your left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Knees to your right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lean to your left, both arms long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lean to your right, both arms long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left arm long. Slide your right arm under it, out to the left; look along it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left elbow bent and level, forearm flat on the wall.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left knee to your chest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let both knees sink to your left.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let both knees sink to your right.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let go, feet back to the floor.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let go, foot back to the floor.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let the arm sink.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let the knees sink, without momentum.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let the shoulders drop, and breathe out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let the upper back open again. Breathe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let your arms float down.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let your chin sink toward your chest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let your left hand draw the right arm gently over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Let your right hand draw the left arm gently over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Letting both knees sink to the side turns the lower and the upper back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lie on your back, knees bent, feet flat, arms wide.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lie on your back, knees bent, feet flat.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Lift your knees and hug them to your chest. Breathe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Neck flexion</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No full circles, and no pulling with the hands. Skip this with dizziness, or with pain or tingling in an arm.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Now the other way: up, back, down and forward.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>One arm slides under the other: a mild twist for upper back and shoulders.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Overhead arm reach</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pause, shoulders low.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Push up through your arms to all fours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Push up through your arms to sit.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Push up to all fours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reach both arms up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Reach only as high as is free of pain, and do not lean back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rest, and breathe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Right arm long. Slide your left arm under it, out to the right; look along it.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Right elbow bent and level, forearm flat on the wall.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Right knee to your chest.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Roll your shoulders up, forward, down and back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rolling the head from shoulder to shoulder, chin low, can ease a tight neck.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Rounding and hollowing the back in turn wakes the whole spine.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Seat down, head in your hands: let the upper back open. Breathe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shoulder roll</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sink back, arms long in front.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sink your hips onto your feet, forehead to the floor, arms long. Breathe.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sink your hips onto your feet, forehead to the floor.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sit at the front edge of the chair, hands on your thighs.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sit or stand tall, shoulders low.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sit or stand tall.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sit tall, both feet flat.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sit with the block behind you, hands behind your head.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sit with the roller behind you, hands behind your head.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Skip this with osteoporosis. Sore knees: hold behind your thighs. In late pregnancy do not lie flat on your back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slide the arm back, both arms long.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Slow circles loosen the shoulders, the neck and the upper back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Small step forward with your left foot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Small step forward with your right foot.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sore wrists: lean on fists or forearms. Sore knees: put something soft under them.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stand or sit tall, arms loose.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stand with your left side to the wall.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stand with your right side to the wall.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start on all fours, toes together.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stay where you are. Only the picture turns.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Step back.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sweep your arms back, palms up: the shoulder blades drift apart, the upper back widens.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Thoracic extension</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Trunk rotation</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn round again, arms loose, and breathe out.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn round, until your left side is by the wall.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn to your left until chest and shoulder stretch.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Turn to your right until chest and shoulder stretch.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Wall stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>chest</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>hips</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>lower back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>neck</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>shoulder</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>shoulders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>side of the trunk</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>upper back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>upper shoulders</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>whole spine</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Suitability</name>
  <message>
   <source>Left out: it does not go well with {conditions}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out: it is done standing up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Left out: it needs room on the floor.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Mind the caution: take special care with {conditions}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shown in its gentler form, since there is no room for the usual one.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Shown in its gentler form, which is kinder with {conditions}.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>{one} and {other}</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Tray</name>
  <message>
   <source>Change the pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>For %1</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Open Unhunch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Pause</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Quit Unhunch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Resume</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Settings…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Short version: one stretch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Skip this one</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snooze</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start a stretch now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Start now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches…</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Until I resume</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Until tomorrow</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>When to see a doctor…</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>UndoBar</name>
  <message>
   <source>Close</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Close this message</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Undo</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Welcome</name>
  <message>
   <source>A short stretch every 30 minutes at the desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>All of your stretches suit; some say what to mind.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Anything to be careful with?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Back</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Balanced</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Beside the desk, or at a wall.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Done</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every 45 minutes. Right for most people.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Every 55 minutes: as few breaks as make sense.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Go only as far as a mild pull, and keep breathing. Stop at sharp or spreading pain, tingling or dizziness.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>How often shall we stretch?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>I have room on the floor</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>In a gentler form: %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Just a light touch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>My back or neck aches</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Next</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Nothing that makes you get up.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Sitting only</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Skip</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Standing is fine too</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Step %1 of %2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretches left out: %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>The library says why.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>This is how a break looks: somebody shows you the movement, and the words say which side. Afterwards Unhunch stays in your tray and counts.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try it now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Try one now</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Unhunch counts only the time that you really spend at the desk, and waits for a good moment. You can change all of this later.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Welcome to Unhunch</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Where do you stretch?</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>With a mat or a soft carpet, too.</source>
   <translation type="unfinished" />
  </message>
 </context>
 <context>
  <name>Words</name>
  <message>
   <source>%1 at the desk, %2.</source>
   <translation type="unfinished" />
  </message>
  <message numerus="yes">
   <source>%n h</source>
   <translation>
    <numerusform>%n h</numerusform>
    <numerusform>%n h</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n min</source>
   <translation>
    <numerusform>%n min</numerusform>
    <numerusform>%n min</numerusform>
   </translation>
  </message>
  <message numerus="yes">
   <source>%n s</source>
   <translation>
    <numerusform>%n s</numerusform>
    <numerusform>%n s</numerusform>
   </translation>
  </message>
  <message>
   <source>A break is due and comes in a moment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A break is due.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>A break is due. It waits for a pause in your typing.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Away from the desk.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breaks wait for an app on your list.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breaks wait for the moment.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breaks wait until your meeting is over.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breaks wait while an app fills the screen.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Breaks wait while do-not-disturb is on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Eye break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>No breaks are switched on.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Outside your working hours.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paused until %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paused until %2, %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paused until tomorrow, %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Paused until you resume.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Snoozed, %1.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Stretch break</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>Time to stretch.</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>next break (%1) in %2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>next break (%1) in less than a minute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>next eye break in %2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>next eye break in less than a minute</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>next stretch in %2</source>
   <translation type="unfinished" />
  </message>
  <message>
   <source>next stretch in less than a minute</source>
   <translation type="unfinished" />
  </message>
 </context>
</TS>
