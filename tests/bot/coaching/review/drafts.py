"""Drafts by several hands and of every kind, sound and unsound, that the tests of the review share."""

UNSOUND = (
    "Dear all, You will be aware the directorate is 40k over on IV paracetamol. This is unacceptable in the\ncurrent climate. From Monday please prescribe oral unless nil by mouth. Compliance will be audited.\nMany thanks, surgical ST4",
    "hi matron, your nurses keep sending bloods to the wrong lab and its costing us £200 a week. can you sort it pls. they never listen when i tell them. ta",
    "Hi [name], sorry if I came across as rude in resus last night. I was under a lot of pressure and the bay was full but I should have listened to you. Hope we're ok. See you Monday.",
    "Dear colleagues,\nWe need to discharge patients earlier. Currently only 12% leave before noon. All TTOs must be written by 10am and nurses need to have patients in the lounge by 11. Surely this is not too much to ask?\nKind regards\n[name], medical registrar",
    "Zero inpatient falls on Ward 7 by Christmas.",
    "We will improve handover on the acute medical unit.",
    "Registrar meeting, Thursday 5pm\n1. Rota gaps\n2. Update on EPR go-live\n3. Study leave\n4. AOB",
    "Hi [name], overall you are doing great, keep it up. You need to be more proactive on ward rounds and speak up more. Let me know if you have any questions.",
    "I propose that we introduce a hot gallbladder list on Thursday afternoons. At present patients with acute cholecystitis wait nine days for surgery. The list would save the trust £180,000 a year in bed days. I am asking the division to approve it this month.",
    "Audit of VTE assessment\nBackground\n62% of patients assessed within 14 hours (target 95%)\nSurgical wards worst at 48%\nJuniors not completing the form\nConclusion: education needed\nAny questions?",
    "Dear Radiology,\nYou never answer the phone and when you do we are told there are no slots. Yesterday a 54 year old waited four hours. This is not good enough and if it continues I will be escalating to the medical director.\nYours sincerely",
    "guys why are we still getting handover at 8.45. nights finish at 8.30. it's not fair. day team need to be on time from now on",
    "sorry to bother you, i know you're really busy, i was just wondering if maybe you could possibly have a look at my audit at some point? its probably rubbish. no worries if not",
    "Clinical governance, 14 March\nWelcome and apologies\nMortality review (20 min)\nComplaints: surgical team's failure to communicate (15 min)\nAntibiotic spend (10 min)\nNew rota (15 min)\nAOB",
    "Dear Mr [name], We are wasting a fortune on unnecessary blood tests. Every patient on the ward gets a full set every day. It costs £64,000 a year. We should stop daily bloods unless a consultant asks for them. Don't you think it's time somebody did something about it?",
    "Dear [name],\nHowever, managers do not understand what happens in a clinic. Ten minutes is not enough for a new patient. You must change it back by Monday.\nRegards",
    "hi, im sorry you feel i ignored you on the ward round. theres always a lot going on and the cons wants it done by 10. ill try to include you more",
    "You are too slow in clinic. On Tuesday you saw four patients and the rest waited two hours. You should present cases in two minutes.",
)

SOUND = (
    "Hi, I'm one of the SHOs on frailty. I keep hearing two stories about why people wait for stairs assessments on Fridays and I've only worked on one side of it. Could I buy you a coffee and hear how it looks from yours? Any lunchtime next week or I'll come down to the gym. No agenda beyond that.",
    "Hi team,\nThe teaching room has moved to level 3 from next week. Please use the side door, as the main one is being repaired. Lunch is still at 12.30.\nThanks, [name]",
    "Hi [name], thanks for covering last night. Could you send me the list of outliers when you get a minute? No rush.",
    "Dear Dr [name],\nI wonder if we could talk about the Friday list. On three of the last five Fridays the last patient was cancelled at four o'clock. I don't know what it looks like from the anaesthetic side. What makes the last case hard to start after three? I am in the coffee room from half past seven most mornings.\nBest wishes, [name]",
    "By June, 90% of our clinic letters will reach the GP within 7 days (it is 41% now). The secretaries picked the figure. We start with Tuesday's clinic for two weeks and count every Friday.",
    "Dear [name],\nOn Monday's ward round I corrected you in front of a patient and her son. I'm sorry. You were right about the potassium, and I hadn't looked. What would you like me to do differently, if I disagree with you on a round?",
    "Dear [name], on Monday's take you clerked the lady with the GI bleed and rang me within ten minutes. Because of that she was scoped before midnight. In the notes I could not find your plan for the transfusion. What were you thinking at that point?",
    "Handover working group, Tuesday 1 December, 13.00\n1. Two stories from last month, one good and one that still bothers us (10 min)\n2. What do nights need to know that they don't get told?\n3. What could we stop writing down?\n4. One thing to try by the next meeting (10 min)\nBring a sheet that annoyed you.",
)
