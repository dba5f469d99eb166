/** Surnames often met in Britain and Ireland that the lists of the package lack. */
export const moreSurnames: readonly string[] = `
  Abbott Ackroyd Adair Addison Ainsworth Aldridge Allsop Alsop Ames Amos Appleby Appleton Archer Armitage Armstrong Arnold Ashby Ashdown Ashton Ashworth
  Atherton Atkins Attwood Austin Aveyard Ayres Babbington Bagshaw Bainbridge Baird Bairstow Balfour Bamford Bancroft Bannister Barclay Barlow Barnard
  Barnett Barraclough Barrett Barrington Bartlett Barton Bassett Bateman Bates Batty Baxter Beattie Beaumont Beckett Beckwith Beddoes Bellamy Bellweather Benson
  Bentley Beresford Bickerstaff Bickford Bingham Birch Birtwistle Blackburn Blackwell Blackwood Blake Blakely Bland Blenkinsop Blythe Bolton Booth
  Boothroyd Bosworth Bottomley Bourne Bowden Bowen Bowyer Boyd Boyle Bracegirdle Bradbury Bradshaw Braithwaite Bramley Brennan Brewster Brierley
  Briggs Brightwell Bristow Broadbent Brocklehurst Bromley Brook Brookes Broughton Buchanan Buckley Bullock Burdett Burgess Burnett Burrows Butterworth Buxton
  Byrne Cadogan Caffrey Cahill Callaghan Calloway Cameron Campion Cantwell Cardew Carew Carmichael Carr Carrington Cartwright Cassidy Castle Cavanagh Chadwick Challis Chamberlain Chambers Chandler Charlton
  Chatterton Cheetham Chesterton Chilvers Christie Churchill Clegg Clements Cleveland Clough Cobb Cochrane Cockburn Coghlan Colclough Coleridge Collier Collingwood
  Colquhoun Comerford Connolly Conroy Copley Corbett Corcoran Cormack Cosgrove Costello Cotterill Coulson Courtenay Cowley Crabtree Craddock Cranston Craven Crawford
  Crawley Creighton Croft Crompton Cronin Crosby Crossley Crowther Cuthbertson Dalgleish Dalton Dalziel Daly Darby Darcy D'Arcy Davenport Dawes Deacon Dearden Delaney Dempsey
  Denham Dennison Denton Derbyshire Desmond Devereux Devlin Dewhurst Dickens Digby Dillon Dixon Dobson Docherty Doherty Dolan Donaldson Donnelly Donovan
  Dooley Dowd Dowling Doyle Drummond Drury Duckworth Duffy Dugdale Dunbar Duncan Dunleavy Dunn Dunne Dunstan Durrant Dyer Eastwood Eccles Eckersley Eddington Egerton
  Elgin Ellershaw Ellington Elliott Ellsworth Emery Entwistle Erskine Everard Everett Ewing Fairbairn Fairbanks Fairclough Fairfax Falconer Fallon Fanshawe Farquhar Farrar Farrell
  Farrington Farthing Featherstone Featherstonehaugh Fenwick Ferguson Fielding Finch Finlay Finnegan Finnigan Firth Fitzgerald Fitzpatrick Fitzroy Flaherty Flanagan Flannery Fleming
  Fletcher Flynn Foley Forbes Forsyth Fothergill Fowler Fox Foxton Frobisher Frost Fullerton Furnell Gallagher Galloway Galsworthy Gardiner Garland Garrick Garside
  Garvey Gaskell Gibbons Gibbs Gifford Gilchrist Gillespie Gilmour Gladstone Glover Goddard Goldsmith Goodall Goodwin Gormley Gorman Gough Grainger Grantham Greatorex Greaves
  Greenhalgh Greenwood Gregson Grenville Griffiths Grimshaw Grundy Gubbins Guinness Gunn Hackett Haddon Haigh Hainsworth Haldane Halliday Halliwell Halloran Hanratty Hammond Hampson Hannigan Harcourt
  Hardcastle Hargreaves Harkness Harland Harrington Hartley Haslam Hastings Hathaway Hawkins Hawthorne Haworth Hayward Hazlewood Heathcote Hebden Hennessy Hepburn Hepworth Herbert
  Hesketh Hewitt Heywood Higginbotham Higgins Hinchcliffe Hindley Hirst Hobson Hodgson Hogan Holbrook Holden Holdsworth Hollingsworth Holloway Holroyd Honeycutt Hopkinson Horsfall Hoskins
  Houghton Howarth Howell Huddleston Hughes Hulme Huntington Hurley Hutchinson Huxley Huxtable Ibbotson Illingworth Ingham Inglis Ingram Irvine Irving Isherwood Jagger Jardine Jarvis Jeffries Jenkins Jessop Jowett
  Kavanagh Kearney Keating Keegan Keeling Kehoe Keighley Kellett Kelsey Kemp Kendall Kendrick Kennedy Kenworthy Kershaw Kettlewell Kilbride Kilpatrick Kinsella Kirby Kirkbride Kirkland Kirkpatrick
  Kitchener Lafferty Laidlaw Lambert Lancashire Langdon Langford Langley Larkin Latham Latimer Lawler Leadbetter Leary Leighton Lennox Leslie Leyland Liddell Lightfoot
  Lindley Lindsay Linton Littlewood Livingstone Llewellyn Llewelyn Lockhart Lockwood Lomax Longbottom Loughlin Lovell Lowther Ludlow Lumley Lynch Lyndon Lytton Macaulay
  MacDonald MacGregor MacIntyre Mackay Mackenzie Mackintosh Maclean MacLeod Macmillan Macpherson Maddox Magee Maguire Mahoney Mainwaring Malone Maloney Manning Marchbanks Markham Marlowe Marsden Marshall
  Martindale Massey Masterson Mather Maxwell Mayhew Maynard McAllister McArdle McBride McCabe McCann McCarthy McClure McCormack McCrindle McCulloch McDermott McDonagh McDonald McDougall McElroy McEwan McFadden
  McFarlane McGee McGinty McGovern McGowan McGrath McGregor McGuinness McGuire McHugh McIntosh McIntyre McKay McKenna McKenzie McKinley McLaughlin McLean McLeod McMahon McManus McMillan McNally
  McNamara McNamee McNeill McPherson McQueen McRae McShane McSweeney Meadows Mellor Mercer Meredith Merrick Metcalfe Middleton Milburn Millar Millington Milne Molloy Moloney Monaghan Monk Montague
  Montgomery Moran Moriarty Morley Morrissey Mortimer Mortensen Mulligan Mulvaney Munro Murdoch Musgrave Nairn Napier Nesbitt Nettleton Neville Newbold Newsome Nightingale Nolan Norcross Northcote Norwood Nuttall
  Oakes Oakley Oddy Ogden Ogilvie Oldfield Oldham O'Brien O'Connell O'Connor O'Dea O'Donnell O'Donoghue O'Dowd O'Driscoll O'Dwyer O'Gorman O'Grady O'Hara O'Keeffe O'Leary O'Malley O'Neill O'Reilly O'Riordan
  O'Rourke O'Shea O'Sullivan O'Toole Ormerod Ormsby Osborne Outhwaite Oxley Paisley Palin Pankhurst Pargeter Parkinson Parnell Partridge Paterson Patterson Paxton Peabody Pearce Pearson Peel Pemberton
  Penhaligon Pendleton Pennington Penrose Percival Perkins Pettigrew Phelan Philbin Philpott Pickering Pickersgill Pilkington Pinkerton Plowright Plumb Pollard Pollock Ponsonby Popplewell Postlethwaite Poulter Prendergast Prescott Priestley Pritchard
  Proctor Prosser Purcell Purdy Quarrington Quayle Quennell Quigley Quinlan Quinn Radcliffe Rafferty Rainsford Raleigh Ramsbottom Ramsay Ramsden Ramsey Ransome Ratcliffe Rawlings Rawlinson Rawson Rayner Reardon Reddington Redfern Redmond Rees Renshaw
  Renwick Rickards Riddell Rigby Riley Ripley Roche Rochford Rodgers Rooney Rosewarne Rothwell Rourke Rowbotham Rowntree Rudge Rushton Rutherford Rutledge Ryder Sandiford Satterthwaite Saunders Savage Scargill Scarborough Schofield Scholes Seddon
  Sedgwick Seymour Shackleton Shanahan Sharples Sharrock Sheehan Sheldon Sheridan Sherlock Sherwood Shields Shipley Sidebottom Sinclair Singleton Skelton Skinner Slater Sloane Smallwood Smethurst Smythe Snowden Somerset Southgate
  Spencer Spooner Stafford Stanhope Stanton Stapleton Staveley Stirling Stockdale Stoddart Strachan Stratton Stringer Stubbings Stubbs Sugden Sutcliffe Sutherland Swainson Sweeney Swift Swinburne Sykes Symonds Talbot Tattersall Tempest Tennant
  Thackeray Thackray Thistlethwaite Thorburn Thornley Thornton Thorpe Thwaites Tierney Tindall Tipping Todd Tomlinson Topham Towneley Townsend Treadwell Tregenza Trelawney Tremaine Trengove Trevelyan Trevithick Trewin Trotter Tudor
  Tunstall Turnbull Tweddle Tweed Twomey Tyndall Underhill Underwood Unsworth Upton Urquhart Ussher Vance Varley Vaughan Verney Vickers Villiers Vyner Waddington Wadsworth Wainwright Wakefield Walcott Waldron Walkden Wallace Wallis Walmsley Walpole Walsh
  Walton Warburton Wardle Waring Warwick Waterhouse Watkins Weatherby Weatherill Wedgwood Weir Wentworth Westbrook Westmorland Westwood Wetherby Whalley Wharton Wheatley Whelan Whitaker Whitby Whitcombe Whitehead Whitehouse Whitfield Whitelaw Whiteley Whitlock
  Whittaker Whittle Whitworth Widdowson Wigglesworth Wilberforce Wilcox Wilding Wilkes Wilkie Wilkinson Willoughby Winstanley Winterbottom Wolstenholme Womersley Woodcock Woodhouse Woodward Woolley Worsley Worthington Wrigley Wyatt Wyndham Yardley
  Yates Yeoman Yorke Abara Abdi Abdullah Abiola Aboagye Acheampong Addo Adebayo Adeleke Adeyemi Adjei Afolabi Agarwal Agyeman Ahmad Ahmadi Ahmed Akhtar Akinyemi Ali Amadi Amin Amoah Anand Andoh Ansah Ansari Anwar Appiah Arora Asante Asif
  Awan Aziz Baig Bajwa Bakare Balogun Banerjee Bangura Bannerjee Bashir Begum Bello Bhandari Bhatia Bhatt Bhattacharya Boateng Bose Chakraborty Chan Chandra Chatterjee Chaudhry Chaudhary Chau Chen Cheng Cheung Chiang Choi Chopra Choudhury Chow
  Choudhary Chu Chukwu Chung Conteh Dang Das Dasgupta Desai Deshmukh Dhaliwal Dhillon Diallo Diop Dlamini Doan Edwin Egwu Eze Fang Farah Farooq Feng Fofanah Fong Fung Gandhi Garba Ghosh Gill Goel Gokhale Gopal Grewal Guha Gupta Habib Hakimi Hamid Han Haque
  Hasan Hashemi Hashmi Hassan Ho Hoang Hossain Huang Hui Huq Hussain Hussein Huynh Hwang Ibrahim Igwe Iqbal Islam Iyer Jadhav Jain Jalloh Jamal Javed Jha Jiang Joshi Kamara Kang Kapoor Karim Kaur Kazmi Khalid Khan Khatun Khosla Kim Koroma Koh
  Krishnan Kulkarni Kumar Kwarteng Kwok Lai Lal Lam Lau Le Lee Leung Li Liang Lim Lin Liu Lo Lu Luong Ly Mahmood Mahmoud Malhotra Malik Mansaray Mansoor Masood Mehta Menon Mensah Mirza Mishra Mistry Mohamed Mohammed Mohamud Mukherjee Murthy
  Nadeem Naidoo Naik Nair Nakamura Nanda Naqvi Narayan Nawaz Ndlovu Ng Ngo Nguyen Nkosi Nwachukwu Nwosu Obi Odunsi Ofori Ogunleye Ojo Okafor Okeke Okonkwo Okoye Olawale Oluwole Onyango Opoku Osei Osman Owusu Oyelaran Oyewole Pandey Park Parmar
  Patel Patil Perera Persaud Pham Phan Pillai Prasad Qureshi Rahimi Rahman Raja Rajan Raman Ramachandran Rana Rao Rashid Rathore Raza Rehman Reyes Roy Saeed Saha Sahota Saleh Sandhu Santos Saxena Sen Sengupta Sesay Seth Sethi Shah Shaikh Shankar Sharif
  Sharma Sheikh Siddiqui Sidhu Silva Singh Sinha Sithole Soni Sood Srivastava Subramaniam Subramanian Sultan Sun Suzuki Syed Tahir Takahashi Tan Tanaka Tang Thakur Thapa Tiwari Tran Tripathi Truong Tsang Uddin Usman Varma Vaswani Venkatesh Verma
  Vo Vu Wang Watanabe Wong Wu Xu Yadav Yamamoto Yang Yeung Yildiz Yilmaz Yusuf Zaman Zhang Zhao Zheng Zhou Zhu Zulu
  Stone Long Green Bell Lamb Waters Brown Black White Gray Grey Young Short Little Strong Wise Rich Sharp Swift Bright Winter Winters Summers Wood Woods
  Brook Brooks King Prince Reed Baron Duke Knight Bishop Pope Cook Baker Fisher Hunter Carter Mason Porter Potter Price Sparrow Swan Drake Fox Wolf Hart Rice
  Moon Snow Frost Banks Rivers Marsh Moor Heath Bird Finch Field Ford Hope May March Hood Sharples Bickerstaffe Thistlewood Winterbourne Fairweather Hargreave Oldroyd
  Underhill Summerscale Klein Gross Kurz Lang Schön Krause Jung Alt Neu Schwarz Weiss Braun Roth Grün Vogel Wolff Koch Kaiser König Herzog Sommer Frühling Herbst
  Petit Grand Leblanc Lebrun Blanc Noir Roux Legrand Boulanger Berger Rossi Russo Bianchi Neri Verdi Bruno Moreno Rubio Blanco Delgado Cordero Calvo Hoekstra Groot Jong Wit Zwart Bakker Visser`
  .split(/\s+/)
  .filter((name) => name !== '');
